package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.MessageLog;
import io.mallhub.binding.MessageLog.Message;
import io.mallhub.connectors.Exchange;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every exchange with every ERP, as it went over the wire but for what tells of persons. */
@Controller
@RequestMapping("/console/integration/messages")
class MessagePages {
    private static final String ID = "/{id:[0-9]{1,18}}";
    private final MessageLog messages;
    private final Connections connections;
    private final Spreadsheets sheets;
    private final Words words;

    MessagePages(MessageLog messages, Connections connections, Spreadsheets sheets, Words words) {
        this.messages = messages;
        this.connections = connections;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(MessageFilter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("mostSearched", MessageLog.MOST_SEARCHED);
        model.addAttribute("connections", connections.all());
        model.addAttribute("messages", messages.page(filter.query(), list.page()));
        return "console/integration/messages";
    }

    /** Without what was sent and answered, which is longer than a cell. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(MessageFilter filter, ListRequest list) {
        return sheets.<Message>of("messages")
                .column("console.ops.at", it -> it.exchange().at())
                .column("console.integration.connection", it -> it.exchange().connection())
                .column("console.audit.action", it -> it.exchange().operation())
                .column("console.instance.business", it -> it.exchange().reference())
                .column("console.list.state", it -> status(it.exchange()))
                .column("console.message.took", it -> it.exchange().took().toMillis())
                .column("console.message.fault", it -> it.exchange().fault())
                .file(list.rows(page -> messages.page(filter.query(), page)));
    }

    private String status(Exchange exchange) {
        return exchange.status() == 0
                ? words.code("console.message.no-reply")
                : "HTTP " + exchange.status();
    }

    /** One exchange: of the list, the evidence of a check, or behind a difference. */
    @GetMapping(ID)
    String message(@PathVariable long id, Model model) {
        show(id, masked(id), false, model);
        return "console/integration/message";
    }

    @GetMapping(ID + "/bodies")
    String bodies(@PathVariable long id, Model model) {
        model.addAttribute("exchange", masked(id));
        return "console/integration/exchange :: bodies";
    }

    /** The answer itself shows it: no address brings it back. */
    @PostMapping(ID + "/reveal")
    String reveal(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            Model model,
            RedirectAttributes redirect) {
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", Long.toString(id));
            return "redirect:/console/integration/messages/{id}";
        }
        Exchange kept =
                messages.reveal(id, reason.strip(), me.actor()).orElseThrow(() -> missing(id));
        show(id, kept, true, model);
        return "console/integration/message";
    }

    private static void show(long id, Exchange exchange, boolean revealed, Model model) {
        model.addAttribute("exchange", exchange);
        model.addAttribute("id", id);
        model.addAttribute("revealed", revealed);
    }

    private Exchange masked(long id) {
        return messages.message(id).orElseThrow(() -> missing(id));
    }

    private static Missing missing(long id) {
        return new Missing("message " + id);
    }
}
