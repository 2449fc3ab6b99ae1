package io.mallhub.console.payments;

import io.mallhub.bpmn.OnlineRefund;
import io.mallhub.console.access.Missing;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.PaymentQuery;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.payment.RefundState;
import io.mallhub.payment.RefundView;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.webkit.ListRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    PaymentPages(
            OnlinePayments payments, OnlineRefunds refunds, PaymentNotices notices, Tasks tasks) {
        this.payments = payments;
        this.refunds = refunds;
        this.notices = notices;
        this.tasks = tasks;
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
}
