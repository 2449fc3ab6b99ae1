package io.mallhub.simulator.office;

import io.mallhub.simulator.inventory.Inventory;
import io.mallhub.simulator.inventory.Stock;
import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import io.mallhub.simulator.material.Material;
import io.mallhub.simulator.material.Materials;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Materials and their stock: search, price, stop, receipts and issues. */
@Controller
@RequestMapping("/office/materials")
class MaterialPages {

    private final Materials materials;
    private final Inventory inventory;
    private final Now now;

    MaterialPages(Materials materials, Inventory inventory, Now now) {
        this.materials = materials;
        this.inventory = inventory;
        this.now = now;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        ListPoint point = Paging.point(page);
        Page<Material> found = materials.search(q, point);
        Paging.show(model, "/office/materials", q, page, found);
        model.addAttribute("stocks", stocks(found.rows()));
        return "materials";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model) {
        Material material =
                materials.withNumbers(List.of(number)).stream()
                        .findFirst()
                        .orElseThrow(() -> new Refusal(RefusalCode.MATERIAL_UNKNOWN, ""));
        model.addAttribute("material", material);
        model.addAttribute("stock", stocks(List.of(material)).get(number));
        model.addAttribute("today", now.today());
        return "material";
    }

    @PostMapping("/{number}/price")
    String price(@PathVariable String number, @RequestParam BigDecimal price) {
        materials.changePrice(number, price);
        return done(number);
    }

    @PostMapping("/{number}/active")
    String active(@PathVariable String number, @RequestParam boolean active) {
        materials.changeActive(number, active);
        return done(number);
    }

    @PostMapping("/{number}/receipt")
    String receive(
            @PathVariable String number,
            @RequestParam String batch,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate validUntil,
            @RequestParam BigDecimal quantity) {
        inventory.receive(number, batch, validUntil, quantity);
        return done(number);
    }

    @PostMapping("/{number}/issue")
    String issue(
            @PathVariable String number,
            @RequestParam String batch,
            @RequestParam BigDecimal quantity) {
        inventory.issue(number, batch, quantity);
        return done(number);
    }

    private Map<String, Stock> stocks(List<Material> rows) {
        return inventory.of(rows.stream().map(Material::number).toList()).stream()
                .collect(Collectors.toMap(Stock::material, Function.identity()));
    }

    private static String done(String number) {
        return "redirect:/office/materials/" + number;
    }
}
