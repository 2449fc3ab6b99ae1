package io.mallhub.storefront.orders;

import io.mallhub.identity.BuyerView;
import io.mallhub.order.Orders;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.Announcements.Upload;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.shared.Money;
import io.mallhub.storefront.company.TransferForm;
import io.mallhub.webkit.Notice;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The transfer that pays an order, announced to our finance with its proof. */
@Controller
class OrderTransferActs {
    /** What was typed and refused. */
    static final String TYPED = "typed";

    private final Orders orders;
    private final OrderTransfers transfers;
    private final Announcements announcements;

    OrderTransferActs(Orders orders, OrderTransfers transfers, Announcements announcements) {
        this.orders = orders;
        this.transfers = transfers;
        this.announcements = announcements;
    }

    /** What was refused comes back filled in; the proof has to be chosen again. */
    @PostMapping("/orders/{number}/transfer")
    String announce(
            BuyerView buyer,
            @PathVariable String number,
            TransferForm form,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            RedirectAttributes redirect)
            throws IOException {
        if (orders.orderOf(buyer.company(), number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Upload upload = TransferForm.upload(proof);
        AnnounceOutcome outcome =
                form.refusal()
                        .<AnnounceOutcome>map(it -> it)
                        .orElseGet(
                                () -> announcements.announce(command(buyer, number, form, upload)));
        switch (outcome) {
            case AnnounceOutcome.Announced done ->
                    Notice.done(redirect, "statement.announced", done.number());
            case AnnounceOutcome.Refused refused -> {
                Notice.refused(redirect, refused.problem(), refused.detail());
                redirect.addFlashAttribute(TYPED, form);
            }
        }
        return "redirect:/orders/" + number;
    }

    /** His own choice: what he has beyond all he owes pays a part, or all. */
    @PostMapping("/orders/{number}/transfer/credit")
    String useCredit(
            BuyerView buyer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String missing,
            RedirectAttributes redirect) {
        if (orders.orderOf(buyer.company(), number).isEmpty()
                || transfers.ofOrder(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<String> refusal =
                money(amount)
                        .map(
                                wish ->
                                        money(missing)
                                                .map(seen -> use(buyer, number, wish, seen))
                                                .orElse(Optional.of("transfer.credit-changed")))
                        .orElse(Optional.of("transfer.credit-amount"));
        refusal.ifPresentOrElse(
                why -> Notice.refused(redirect, why, amount.strip()),
                () -> Notice.done(redirect, "transfer.credit-used", number));
        return "redirect:/orders/" + number;
    }

    private Optional<String> use(BuyerView buyer, String number, Money wish, Money seen) {
        return transfers.useCredit(number, wish, seen, buyer.actor());
    }

    private static Optional<Money> money(String typed) {
        return new TransferForm(typed, null, null, null).money();
    }

    private static AnnounceTransfer command(
            BuyerView buyer, String order, TransferForm form, @Nullable Upload upload) {
        return form.command(buyer, Purpose.ORDER, order, upload);
    }
}
