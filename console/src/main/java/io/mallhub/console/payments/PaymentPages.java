package io.mallhub.console.payments;

import io.mallhub.bpmn.OnlineRefund;
import io.mallhub.console.access.Missing;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.PaymentQuery;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentNotices.NoticeView;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.payment.RefundState;
import io.mallhub.payment.RefundView;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payments, open refunds, and what the provider told that fits nothing. */
@Controller
@RequestMapping("/console/payments")
class PaymentPages {
    private final OnlinePayments payments;
    private final OnlineRefunds refunds;
    private final PaymentNotices notices;
    private final Tasks tasks;
    private final Spreadsheets sheets;
    private final Words words;

    PaymentPages(
            OnlinePayments payments,
            OnlineRefunds refunds,
            PaymentNotices notices,
            Tasks tasks,
            Spreadsheets sheets,
            Words words) {
        this.payments = payments;
        this.refunds = refunds;
        this.notices = notices;
        this.tasks = tasks;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String text,
            @Nullable PaymentState state,
            ListRequest list,
            Model model) {
        model.addAttribute("text", text.strip());
        model.addAttribute("state", state);
        model.addAttribute("states", PaymentState.values());
        model.addAttribute(
                "payments", payments.page(new PaymentQuery(text.strip(), state), list.page()));
        return "console/payments/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String text,
            @Nullable PaymentState state,
            ListRequest list) {
        PaymentQuery query = new PaymentQuery(text.strip(), state);
        return sheets.<PaymentView>of("payments")
                .column("console.payments.payment", PaymentView::number)
                .column("console.prepaid.order", PaymentView::order)
                .column("console.customer.name", PaymentView::customerName)
                .column("console.list.state", PaymentView::state)
                .column("console.payments.amount", PaymentView::amount)
                .column("console.payments.refunded", PaymentView::refunded)
                .column("console.payments.trade", PaymentView::providerNumber)
                .column("console.payments.opened", PaymentView::openedAt)
                .file(list.rows(page -> payments.page(query, page)));
    }

    @GetMapping("/{number}")
    String payment(@PathVariable String number, Model model) {
        PaymentView view =
                payments.find(number).orElseThrow(() -> new Missing("payment " + number));
        List<RefundView> back = refunds.ofPayment(number);
        model.addAttribute("view", view);
        model.addAttribute("entries", payments.entries(number));
        model.addAttribute("refunds", back);
        model.addAttribute("tasks", tasks(back));
        model.addAttribute("notices", notices.ofPayment(number));
        return "console/payments/payment";
    }

    /** The open task of each that needed a person: few, and most payments have none. */
    private Map<String, TaskView> tasks(List<RefundView> back) {
        Map<String, TaskView> open = new HashMap<>();
        for (RefundView refund : back) {
            if (refund.state() != RefundState.REFUNDED) {
                tasks.openFor(refund.number()).stream()
                        .filter(task -> task.element().equals(OnlineRefund.REFUSED_TASK))
                        .forEach(task -> open.put(refund.number(), task));
            }
        }
        return open;
    }

    @GetMapping("/refunds")
    String refunds(ListRequest list, Model model) {
        model.addAttribute("refunds", refunds.open(list.page()));
        return "console/payments/refunds";
    }

    @GetMapping("/refunds/export")
    ResponseEntity<byte[]> exportRefunds(ListRequest list) {
        return sheets.<RefundView>of("refunds")
                .column("console.payments.refund", RefundView::number)
                .column("console.payments.payment", RefundView::payment)
                .column("console.prepaid.order", RefundView::order)
                .column("console.customer.name", RefundView::customerName)
                .column("console.reason", it -> words.code(it.reason()))
                .column("console.list.state", RefundView::state)
                .column("console.prepaid.note", RefundView::words)
                .column("console.payments.amount", RefundView::amount)
                .column("console.payments.opened", RefundView::requestedAt)
                .file(list.rows(refunds::open));
    }

    /** A refund is worked on the page of its payment. */
    @GetMapping("/refunds/{number}")
    String refund(@PathVariable String number) {
        RefundView refund = refunds.find(number).orElseThrow(() -> new Missing("refund " + number));
        return "redirect:/console/payments/" + refund.payment();
    }

    @GetMapping("/notices")
    String notices(
            @RequestParam(defaultValue = "false") boolean all, ListRequest list, Model model) {
        model.addAttribute("all", all);
        model.addAttribute("notices", notices.page(!all, list.page()));
        return "console/payments/notices";
    }

    @GetMapping("/notices/export")
    ResponseEntity<byte[]> exportNotices(
            @RequestParam(defaultValue = "false") boolean all, ListRequest list) {
        return sheets.<NoticeView>of("payment-notices")
                .column("console.payments.told", NoticeView::receivedAt)
                .column("console.payments.trade", NoticeView::providerNumber)
                .column("console.payments.payment", NoticeView::payment)
                .column("console.payments.amount", NoticeView::amount)
                .column("console.payments.currency", NoticeView::currency)
                .column("console.payments.verdict", NoticeView::verdict)
                .column("console.list.state", NoticeView::status)
                .column("console.reason", it -> words.detail("", it.detail()))
                .column("console.payments.handling", NoticeView::handling)
                .column("console.ops.by", NoticeView::handledBy)
                .file(list.rows(page -> notices.page(!all, page)));
    }
}
