package io.mallhub.console.commission;

import io.mallhub.commission.Payouts;
import io.mallhub.commission.Payouts.PaymentFile;
import io.mallhub.commission.Payouts.PaymentFile.Item;
import io.mallhub.console.access.Missing;
import io.mallhub.webkit.Spreadsheet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * A payment file for the bank's upload, as Excel: account numbers are texts, so that none loses
 * digits. The columns are documented in docs/processes/commission-payout.md and never change.
 */
@Controller
@RequestMapping("/console/commission/files")
class PaymentFileDownload {
    private final Payouts payouts;

    PaymentFileDownload(Payouts payouts) {
        this.payouts = payouts;
    }

    @GetMapping("/{file}")
    ResponseEntity<byte[]> download(@PathVariable String file) {
        PaymentFile found =
                payouts.file(file).orElseThrow(() -> new Missing("payment file " + file));
        return new Spreadsheet<Item>(found.number())
                .column("对账单号", Item::statement)
                .column("户名", it -> it.payee().holder())
                .column("开户行", it -> it.payee().bank())
                .column("账号", it -> it.payee().account())
                .column("金额", it -> it.amount().amount())
                .column("用途", it -> "佣金 " + found.month())
                .of(found.items());
    }
}
