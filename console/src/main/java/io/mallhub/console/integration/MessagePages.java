package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.MessageLog;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every exchange with every ERP, as it went over the wire. */
@Controller
class MessagePages {
    private final MessageLog messages;
    private final Connections connections;

    MessagePages(MessageLog messages, Connections connections) {
        this.messages = messages;
        this.connections = connections;
    }

    @GetMapping("/console/integration/messages")
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
}
