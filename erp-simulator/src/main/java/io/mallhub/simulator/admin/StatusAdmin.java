package io.mallhub.simulator.admin;

import io.mallhub.simulator.customer.Customers;
import io.mallhub.simulator.kernel.OptionStore;
import io.mallhub.simulator.kernel.Options;
import io.mallhub.simulator.material.Materials;
import io.mallhub.simulator.salesorder.SalesOrders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Whether it runs, how full it is, how it behaves. */
@RestController
class StatusAdmin {

    /** Counts of what is in the files. */
    record Status(String product, long materials, long customers, long orders) {}

    private final Materials materials;
    private final Customers customers;
    private final SalesOrders orders;
    private final OptionStore options;

    StatusAdmin(Materials materials, Customers customers, SalesOrders orders, OptionStore options) {
        this.materials = materials;
        this.customers = customers;
        this.orders = orders;
        this.options = options;
    }

    @GetMapping("/admin/status")
    Status status() {
        return new Status("Haitang HT2005", materials.count(), customers.count(), orders.count());
    }

    @GetMapping("/admin/settings")
    Options options() {
        return options.current();
    }

    @PutMapping("/admin/settings")
    Options change(@RequestBody Options wanted) {
        options.change(wanted);
        return options.current();
    }
}
