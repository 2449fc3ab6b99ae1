package io.mallhub.storefront.orders;

import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.Invoices;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.PartCancellations;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentView;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.receipt.Repayments;
import io.mallhub.returns.Returns;
import io.mallhub.shared.Money;
import io.mallhub.storefront.company.TransferForm;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Orders of the buyer's company and no other: another company's number is answered like an unknown
 * one.
 */
@Controller
@RequestMapping("/orders")
class OrdersController {
    private static final int LONGEST_REASON = 200;

    private final Orders orders;
    private final PartCancellations parts;
    private final Invoices invoices;
    private final PrepaidAccounts prepaid;
    private final OnlinePayments online;
    private final OnlineRefunds refunds;
    private final OrderTransfers transfers;
    private final Announcements announcements;
    private final Repayments repayments;
    private final Returns returns;
    private final Times times;
    private final Words words;

    OrdersController(
            Orders orders,
            PartCancellations parts,
            Invoices invoices,
            PrepaidAccounts prepaid,
            OnlinePayments online,
            OnlineRefunds refunds,
            OrderTransfers transfers,
            Announcements announcements,
            Repayments repayments,
            Returns returns,
            Times times,
            Words words) {
        this.orders = orders;
        this.parts = parts;
        this.invoices = invoices;
        this.prepaid = prepaid;
        this.online = online;
        this.refunds = refunds;
        this.transfers = transfers;
        this.announcements = announcements;
        this.repayments = repayments;
        this.returns = returns;
        this.times = times;
        this.words = words;
    }

    @GetMapping
    String list(
            BuyerView buyer,
            @RequestParam(required = false) @Nullable OrderState state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            ListRequest list,
            Model model) {
        Orders.OrderQuery query =
                new Orders.OrderQuery(buyer.company(), state, null, Typed.words(q), from, until);
        model.addAttribute("page", orders.page(query, list.page()));
        model.addAttribute("states", OrderState.values());
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        return "storefront/orders";
    }

    @GetMapping("/{number}")
    String order(BuyerView buyer, @PathVariable String number, Model model) {
        show(buyer, number, model);
        return "storefront/order";
    }

    /** The part that refreshes itself while the order is on its way. */
    @GetMapping("/{number}/state")
    String state(BuyerView buyer, @PathVariable String number, Model model) {
        show(buyer, number, model);
        return "storefront/order :: live";
    }

    @PostMapping("/{number}/cancel")
    String cancel(
            BuyerView buyer,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        find(buyer, number);
        if (reason.length() > LONGEST_REASON) {
            Notice.refused(redirect, "orders.reason-too-long", String.valueOf(LONGEST_REASON));
            return "redirect:/orders/" + number;
        }
        switch (orders.requestCancel(number, reason.strip(), buyer.actor())) {
            case Orders.CancelOutcome.Requested _ ->
                    Notice.done(redirect, "orders.cancel-requested", number);
            case Orders.CancelOutcome.TooLate late ->
                    Notice.refused(redirect, "orders.too-late", words.of(late.state()));
        }
        return "redirect:/orders/" + number;
    }

    private void show(BuyerView buyer, String number, Model model) {
        model.addAttribute("order", find(buyer, number));
        model.addAttribute("prepaid", prepaid.paidWith(number).orElse(null));
        Optional<PaymentView> payment = online.ofOrder(number);
        model.addAttribute("payment", payment.orElse(null));
        model.addAttribute(
                "refunds", payment.map(it -> refunds.ofPayment(it.number())).orElseGet(List::of));
        Optional<TransferView> transfer = transfers.ofOrder(number);
        model.addAttribute("transfer", transfer.orElse(null));
        if (transfer.isPresent()) {
            List<AnnouncementView> announced = announcements.ofOrder(number);
            model.addAttribute("announced", announced);
            model.addAttribute("credit", transfers.usableCredit(number));
            model.addAttribute("repayments", repayments.ofOrder(number));
            model.addAttribute("today", times.today());
            model.addAttribute("form", form(transfer.get(), announced, model));
        }
        model.addAttribute("returns", returns.ofOrder(number));
        model.addAttribute("parts", parts.ofOrder(number));
        model.addAttribute("timeline", orders.timeline(number));
        model.addAttribute("explanations", orders.explanations(number));
        model.addAttribute("invoices", invoices.of(number));
        model.addAttribute("steps", OrderSteps.ALL);
        model.addAttribute("mayOrder", buyer.rights().contains(BuyerRight.ORDER));
        model.addAttribute("mayPay", buyer.mayPay());
    }

    /** What is announced already is not asked for twice. */
    private TransferForm form(
            TransferView transfer, List<AnnouncementView> announced, Model model) {
        if (model.getAttribute(OrderTransferActs.TYPED) instanceof TransferForm typed) {
            return typed;
        }
        Money open =
                announced.stream()
                        .filter(it -> it.state() == AnnouncementState.OPEN)
                        .map(AnnouncementView::amount)
                        .reduce(transfer.missing(), Money::minus);
        String amount = open.compareTo(Money.ZERO) > 0 ? open.toString() : "";
        return new TransferForm(amount, "", times.day(times.today()), "");
    }

    private OrderView find(BuyerView buyer, String number) {
        return orders.orderOf(buyer.company(), number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
