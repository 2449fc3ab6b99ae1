package io.mallhub.console.orders;

import io.mallhub.binding.MessageLog;
import io.mallhub.console.access.Missing;
import io.mallhub.console.compliance.GateWords;
import io.mallhub.console.operations.ProcessPicture;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Invoices;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.PartCancellations;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.processes.Tasks;
import io.mallhub.recall.Recalls;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.Repayments;
import io.mallhub.returns.Returns;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.Stock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** An order as one thread: what was asked, why it stopped, who decided, what the ERP did. */
@Controller
@RequestMapping("/console/orders/{number}")
class OrderPage {
    private final Orders orders;
    private final PartCancellations parts;
    private final Invoices invoices;
    private final Tasks tasks;
    private final MessageLog messages;
    private final Receivables receivables;
    private final PrepaidAccounts prepaid;
    private final OnlinePayments payments;
    private final OrderTransfers transfers;
    private final Repayments repayments;
    private final Stock stock;
    private final Recalls recalls;
    private final SharesOfOrder shares;
    private final Returns returns;
    private final GateWords gate;
    private final ProcessPicture process;

    OrderPage(
            Orders orders,
            PartCancellations parts,
            Invoices invoices,
            Tasks tasks,
            MessageLog messages,
            Receivables receivables,
            PrepaidAccounts prepaid,
            OnlinePayments payments,
            OrderTransfers transfers,
            Repayments repayments,
            Stock stock,
            Recalls recalls,
            SharesOfOrder shares,
            Returns returns,
            GateWords gate,
            ProcessPicture process) {
        this.orders = orders;
        this.parts = parts;
        this.invoices = invoices;
        this.tasks = tasks;
        this.messages = messages;
        this.receivables = receivables;
        this.prepaid = prepaid;
        this.payments = payments;
        this.transfers = transfers;
        this.repayments = repayments;
        this.stock = stock;
        this.recalls = recalls;
        this.shares = shares;
        this.returns = returns;
        this.gate = gate;
        this.process = process;
    }

    @GetMapping
    String order(@PathVariable String number, Model model) {
        OrderView order = found(number);
        model.addAttribute("order", order);
        model.addAttribute("gate", gate);
        model.addAttribute("returns", returns.ofOrder(number));
        model.addAttribute("parts", parts.ofOrder(number));
        model.addAttribute("timeline", orders.timeline(number));
        model.addAttribute("explanations", orders.explanations(number));
        model.addAttribute("invoices", invoices.of(number));
        model.addAttribute("tasks", tasks.openFor(number));
        model.addAttribute("credit", receivables.position(order.customer()));
        model.addAttribute("prepaid", prepaid.paidWith(number).orElse(null));
        model.addAttribute("online", payments.ofOrder(number).orElse(null));
        model.addAttribute("transfer", transfers.ofOrder(number).orElse(null));
        model.addAttribute("repayments", repayments.ofOrder(number));
        model.addAttribute("recalls", recalls.live(products(order)));
        model.addAttribute("shares", shares.of(order));
        model.addAttribute("messages", messages.about(number));
        model.addAttribute("change", changeForm(order, model));
        process.show(number, model);
        return "console/orders/order";
    }

    @GetMapping("/stock/{product}")
    String equation(@PathVariable String number, @PathVariable UUID product, Model model) {
        found(number);
        model.addAttribute("equation", stock.equation(new ProductId(product)));
        return "console/catalogue/equation :: equation";
    }

    /** What was typed and refused, as long as it is about the order as it stands. */
    private static ChangeForm changeForm(OrderView order, Model model) {
        ChangeForm fresh = ChangeForm.of(order);
        return model.getAttribute("typed") instanceof ChangeForm typed
                        && typed.revision().equals(fresh.revision())
                        && typed.quantities().size() == fresh.quantities().size()
                ? typed
                : fresh;
    }

    /** Request and reply of the n-th call about the order. */
    @GetMapping("/messages/{index}")
    String message(@PathVariable String number, @PathVariable int index, Model model) {
        List<MessageLog.Message> about = messages.about(number);
        if (index < 0 || index >= about.size()) {
            throw new Missing("message " + index + " of " + number);
        }
        long id = about.get(index).id();
        model.addAttribute(
                "exchange", messages.message(id).orElseThrow(() -> new Missing("message " + id)));
        return "console/integration/exchange :: bodies";
    }

    @GetMapping(value = "/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable String number) {
        return process.diagram(number).orElseThrow(() -> new Missing("process of order " + number));
    }

    private static List<ProductId> products(OrderView order) {
        return order.lines().stream().map(OrderView.Line::product).distinct().toList();
    }

    private OrderView found(String number) {
        return orders.order(number).orElseThrow(() -> new Missing("order " + number));
    }
}
