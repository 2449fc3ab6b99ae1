package io.mallhub.simulator.admin;

import io.mallhub.simulator.customer.Customer;
import io.mallhub.simulator.customer.CustomerTexts;
import io.mallhub.simulator.customer.Customers;
import io.mallhub.simulator.inventory.Batch;
import io.mallhub.simulator.inventory.Inventory;
import io.mallhub.simulator.inventory.Stock;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import io.mallhub.simulator.material.Material;
import io.mallhub.simulator.material.MaterialTexts;
import io.mallhub.simulator.material.Materials;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Prices, texts, stops, deletions and stock postings. */
@RestController
@RequestMapping("/admin")
class FileAdmin {

    record Price(BigDecimal price) {}

    record Active(boolean active) {}

    record Receipt(String material, String batch, LocalDate validUntil, BigDecimal quantity) {}

    record Issue(String material, String batch, BigDecimal quantity) {}

    record StockView(
            String number, String onHand, String allocated, long version, List<BatchView> batches) {

        static StockView of(Stock s) {
            return new StockView(
                    s.material(),
                    plain(s.onHand()),
                    plain(s.allocated()),
                    s.version(),
                    s.batches().stream().map(BatchView::of).toList());
        }
    }

    record BatchView(String batch, LocalDate validUntil, String quantity) {

        static BatchView of(Batch b) {
            return new BatchView(b.batchNo(), b.validUntil(), plain(b.quantity()));
        }
    }

    private final Materials materials;
    private final Customers customers;
    private final Inventory inventory;

    FileAdmin(Materials materials, Customers customers, Inventory inventory) {
        this.materials = materials;
        this.customers = customers;
        this.inventory = inventory;
    }

    @PostMapping("/materials/{number}/price")
    void price(@PathVariable String number, @RequestBody Price wanted) {
        materials.changePrice(number, Given.value("price", wanted.price()));
    }

    @PostMapping("/materials/{number}/active")
    void materialActive(@PathVariable String number, @RequestBody Active wanted) {
        materials.changeActive(number, wanted.active());
    }

    @GetMapping("/materials/{number}")
    Material material(@PathVariable String number) {
        return materials
                .withNumber(number)
                .orElseThrow(() -> new Refusal(RefusalCode.MATERIAL_UNKNOWN, "物料不存在：" + number));
    }

    @PostMapping("/materials/{number}/texts")
    Material materialTexts(@PathVariable String number, @RequestBody MaterialTexts wanted) {
        return materials.changeTexts(number, wanted);
    }

    @DeleteMapping("/materials/{number}")
    void deleteMaterial(@PathVariable String number) {
        materials.delete(number);
    }

    @GetMapping("/customers/{number}")
    Customer customer(@PathVariable String number) {
        return customers
                .withNumber(number)
                .orElseThrow(() -> new Refusal(RefusalCode.CUSTOMER_UNKNOWN, "客户不存在：" + number));
    }

    @PostMapping("/customers/{number}/texts")
    Customer customerTexts(@PathVariable String number, @RequestBody CustomerTexts wanted) {
        return customers.changeTexts(number, wanted);
    }

    @DeleteMapping("/customers/{number}")
    void deleteCustomer(@PathVariable String number) {
        customers.delete(number);
    }

    @PostMapping("/customers/{number}/active")
    void customerActive(@PathVariable String number, @RequestBody Active wanted) {
        customers.changeActive(number, wanted.active());
    }

    @GetMapping("/stock/{number}")
    StockView stock(@PathVariable String number) {
        return inventory.of(List.of(number)).stream()
                .findFirst()
                .map(StockView::of)
                .orElseThrow(() -> new Refusal(RefusalCode.MATERIAL_UNKNOWN, "物料不存在：" + number));
    }

    @PostMapping("/stock/receipts")
    StockView receive(@RequestBody Receipt r) {
        inventory.receive(
                Given.value("material", r.material()),
                Given.value("batch", r.batch()),
                Given.value("validUntil", r.validUntil()),
                Given.value("quantity", r.quantity()));
        return stock(r.material());
    }

    @PostMapping("/stock/issues")
    StockView issue(@RequestBody Issue i) {
        inventory.issue(
                Given.value("material", i.material()),
                Given.value("batch", i.batch()),
                Given.value("quantity", i.quantity()));
        return stock(i.material());
    }

    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
