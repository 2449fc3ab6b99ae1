package io.mallhub.storefront.payments;

import io.mallhub.identity.BuyerView;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.PayOutcome;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The way to the provider and back. Links, not forms: the pages allow forms to no other origin, and
 * nothing is paid by following one.
 */
@Controller
class PayController {
    private final OnlinePayments payments;
    private final Words words;

    PayController(OnlinePayments payments, Words words) {
        this.payments = payments;
        this.words = words;
    }

    @GetMapping("/orders/{number}/pay")
    String pay(BuyerView buyer, @PathVariable String number, RedirectAttributes redirect) {
        PaymentView payment =
                payments.ofOrder(number)
                        .filter(it -> it.customer().equals(buyer.company()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (payments.pay(payment.number())) {
            case PayOutcome.GoTo there -> "redirect:" + there.page();
            case PayOutcome.NotAwaited not -> {
                Notice.refused(redirect, "payment.not-awaited", words.of(not.state()));
                yield "redirect:/orders/" + number;
            }
            case PayOutcome.Expired _ -> {
                Notice.refused(redirect, "payment.too-late", "");
                yield "redirect:/orders/" + number;
            }
            case PayOutcome.NotOffered _ -> {
                Notice.refused(redirect, "payment.not-offered", "");
                yield "redirect:/orders/" + number;
            }
        };
    }

    /**
     * Where the provider sends the payer back to. Its fields prove nothing here: the provider is
     * asked itself, since its notice may still be under way.
     */
    @GetMapping("/payments/return")
    String back(
            BuyerView buyer,
            @RequestParam(name = "out_trade_no", defaultValue = "") String number,
            RedirectAttributes redirect) {
        PaymentView payment =
                payments.find(number)
                        .filter(it -> it.customer().equals(buyer.company()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PaymentState state = payment.state().isAwaited() ? payments.ask(number) : payment.state();
        if (state == PaymentState.PAID) {
            Notice.done(
                    redirect,
                    payment.isTopUp() ? "prepaid.top-up.came" : "payment.came",
                    payment.order());
        } else if (state == PaymentState.UNCLEAR) {
            Notice.refused(redirect, "payment.unclear", "");
        } else {
            Notice.refused(redirect, "payment.did-not-come", words.of(state));
        }
        return payment.isTopUp() ? "redirect:/prepaid" : "redirect:/orders/" + payment.order();
    }
}
