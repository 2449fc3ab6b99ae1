package io.mallhub.simulator.admin;

import io.mallhub.simulator.returnorder.ReturnOrder;
import io.mallhub.simulator.returnorder.ReturnOrders;
import io.mallhub.simulator.voucher.Voucher;
import io.mallhub.simulator.voucher.Vouchers;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Work of the warehouse on returns, and a look at vouchers. */
@RestController
@RequestMapping("/admin")
class ReturnAdmin {
    record Reason(@Nullable String reason) {
        String text() {
            return reason == null ? "" : reason;
        }
    }

    record Came(int line, BigDecimal quantity) {}

    /**
     * @param lines null: all came whole
     */
    record Receipt(@Nullable String receiver, @Nullable List<Came> lines) {
        Map<Integer, BigDecimal> quantities() {
            Map<Integer, BigDecimal> quantities = new HashMap<>();
            if (lines != null) {
                lines.forEach(it -> quantities.put(it.line(), it.quantity()));
            }
            return quantities;
        }
    }

    private final ReturnOrders returns;
    private final Vouchers vouchers;

    ReturnAdmin(ReturnOrders returns, Vouchers vouchers) {
        this.returns = returns;
        this.vouchers = vouchers;
    }

    @GetMapping("/returns")
    List<ReturnOrder> withReference(@RequestParam String reference) {
        return returns.withReference(reference);
    }

    @PostMapping("/returns/{number}/receive")
    ReturnOrder receive(@PathVariable String number, @RequestBody Receipt receipt) {
        String receiver = receipt.receiver();
        return returns.receive(number, receipt.quantities(), receiver == null ? "仓库" : receiver);
    }

    @PostMapping("/returns/{number}/reject")
    ReturnOrder reject(@PathVariable String number, @RequestBody Reason why) {
        return returns.reject(number, why.text());
    }

    @GetMapping("/vouchers")
    List<Voucher> vouchers(@RequestParam String reference) {
        return vouchers.withReference(reference);
    }
}
