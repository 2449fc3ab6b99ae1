package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.MessageLog;
import io.mallhub.connectors.Exchange;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every exchange with every ERP, as it went over the wire. */
@Controller
@RequestMapping("/console/integration/messages")
class MessagePages {
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
    String list(
            @RequestParam(defaultValue = "") String connection,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean faults,
            ListRequest list,
            Model model) {
        model.addAttribute("connection", connection);
        model.addAttribute("text", text);
        model.addAttribute("faults", faults);
        model.addAttribute("connections", connections.all());
        model.addAttribute(
                "messages",
                messages.page(Typed.words(connection), Typed.words(text), faults, list.page()));
        return "console/integration/messages";
    }

    /** Without what was sent and answered, which is longer than a cell. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String connection,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean faults,
            ListRequest list) {
        return sheets.<Exchange>of("messages")
                .column("console.ops.at", Exchange::at)
                .column("console.integration.connection", Exchange::connection)
                .column("console.audit.action", Exchange::operation)
                .column("console.instance.business", Exchange::reference)
                .column("console.list.state", this::status)
                .column("console.message.took", it -> it.took().toMillis())
                .column("console.message.fault", Exchange::fault)
                .file(
                        list.rows(
                                page ->
                                        messages.heads(
                                                Typed.words(connection),
                                                Typed.words(text),
                                                faults,
                                                page)));
    }

    private String status(Exchange exchange) {
        return exchange.status() == 0
                ? words.code("console.message.no-reply")
                : "HTTP " + exchange.status();
    }
}
