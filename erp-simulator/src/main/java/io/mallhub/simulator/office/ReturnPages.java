package io.mallhub.simulator.office;

import io.mallhub.simulator.customer.Customers;
import io.mallhub.simulator.material.Materials;
import io.mallhub.simulator.returnorder.ReturnOrder;
import io.mallhub.simulator.returnorder.ReturnOrders;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** Return orders: receive the goods, or reject. */
@Controller
@RequestMapping("/office/returns")
class ReturnPages {

    private final ReturnOrders returns;
    private final Customers customers;
    private final Materials materials;

    ReturnPages(ReturnOrders returns, Customers customers, Materials materials) {
        this.returns = returns;
        this.customers = customers;
        this.materials = materials;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Paging.show(model, "/office/returns", q, page, returns.search(q, Paging.point(page)));
        return "returns";
    }

    @GetMapping("/{number}")
    String one(@PathVariable String number, Model model) {
        ReturnOrder goods = returns.withNumber(number);
        model.addAttribute("goods", goods);
        model.addAttribute("customer", customers.withNumber(goods.customer()).orElseThrow());
        model.addAttribute(
                "names", materials.names(goods.lines().stream().map(ReturnOrder.Line::material)));
        return "return";
    }

    /** What came of each line, 0 where nothing did. */
    @PostMapping("/{number}/receive")
    String receive(
            @PathVariable String number,
            @RequestParam List<Integer> line,
            @RequestParam List<@Nullable BigDecimal> quantity,
            @SessionAttribute(OfficeGate.USER) String user) {
        if (line.size() != quantity.size()) {
            throw new IllegalArgumentException("rows of different length");
        }
        Map<Integer, BigDecimal> came = new HashMap<>();
        for (int i = 0; i < line.size(); i++) {
            BigDecimal entered = quantity.get(i);
            if (entered == null) {
                throw new IllegalArgumentException("line " + line.get(i) + " has no quantity");
            }
            came.put(line.get(i), entered);
        }
        returns.receive(number, came, user);
        return done(number);
    }

    @PostMapping("/{number}/reject")
    String reject(@PathVariable String number, @RequestParam String reason) {
        returns.reject(number, reason);
        return done(number);
    }

    private static String done(String number) {
        return "redirect:/office/returns/" + number;
    }
}
