package io.mallhub.simulator.rest;

import io.mallhub.simulator.customer.Customer;
import io.mallhub.simulator.customer.CustomerTexts;
import io.mallhub.simulator.customer.Customers;
import io.mallhub.simulator.customer.NewCustomer;
import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers. */
@RestController
@RequestMapping("/api/customers")
class CustomerController {

    record CustomerRow(
            String khbm,
            @Nullable String wbbh,
            String khmc,
            String shxydm,
            String sf,
            String dz,
            String lxr,
            String dh,
            int zt,
            long xgsj,
            long bbh) {

        static CustomerRow of(Customer c) {
            return new CustomerRow(
                    c.number(),
                    c.clientNumber(),
                    c.name(),
                    c.taxNo(),
                    c.province(),
                    c.address(),
                    c.contact(),
                    c.phone(),
                    c.forbidden() ? 0 : 1,
                    c.modifyTime().toEpochMilli(),
                    c.version());
        }
    }

    record CustomerRequest(
            @Nullable String wbbh,
            @Nullable String khmc,
            @Nullable String shxydm,
            @Nullable String sf,
            @Nullable String dz,
            @Nullable String lxr,
            @Nullable String dh) {

        NewCustomer checked() {
            return new NewCustomer(
                    Fields.reference("wbbh", wbbh),
                    Fields.text("khmc", Fields.required("khmc", khmc)),
                    Fields.number("shxydm", shxydm),
                    Fields.text("sf", sf),
                    Fields.text("dz", dz),
                    Fields.text("lxr", lxr),
                    Fields.text("dh", dh));
        }
    }

    record Created(String khbm) {}

    record Texts(
            @Nullable String khmc,
            @Nullable String sf,
            @Nullable String dz,
            @Nullable String lxr,
            @Nullable String dh,
            @Nullable Long bbh) {
        CustomerTexts checked() {
            return new CustomerTexts(
                    Fields.text("khmc", Fields.required("khmc", khmc)),
                    Fields.text("sf", sf),
                    Fields.text("dz", dz),
                    Fields.text("lxr", lxr),
                    Fields.text("dh", dh));
        }
    }

    record Updated(String khbm, long bbh, long xgsj) {}

    private final Customers customers;
    private final Now now;

    CustomerController(Customers customers, Now now) {
        this.customers = customers;
        this.now = now;
    }

    @GetMapping
    Answer<Rows<CustomerRow>> changed(
            @RequestParam @Nullable Long since,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer page) {
        return Rows.of(
                customers.changedAfter(Fields.point(since, after, limit, page)),
                now.instant(),
                CustomerRow::of);
    }

    @GetMapping("/find")
    Answer<Rows<CustomerRow>> find(
            @RequestParam @Nullable String wbbh,
            @RequestParam @Nullable String shxydm,
            @RequestParam @Nullable String khbm) {
        List<Customer> found =
                khbm == null ? found(wbbh, shxydm) : customers.withNumber(khbm).stream().toList();
        return Rows.of(new Page<>(found, false), now.instant(), CustomerRow::of);
    }

    @PostMapping
    Answer<Created> create(@RequestBody CustomerRequest request) {
        return Answer.of(new Created(customers.create(request.checked())));
    }

    @PostMapping("/{khbm}")
    Answer<Updated> update(@PathVariable String khbm, @RequestBody Texts texts) {
        Customer after = customers.update(khbm, texts.checked(), texts.bbh());
        return Answer.of(
                new Updated(after.number(), after.version(), after.modifyTime().toEpochMilli()));
    }

    private List<Customer> found(@Nullable String wbbh, @Nullable String shxydm) {
        if (wbbh != null && shxydm == null) {
            return customers.withClientNumber(wbbh);
        }
        if (shxydm != null && wbbh == null) {
            return customers.withTaxNo(shxydm).stream().toList();
        }
        throw new BadRequest("exactly one of wbbh and shxydm is needed");
    }
}
