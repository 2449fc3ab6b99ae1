package io.mallhub.console.integration;

import io.mallhub.console.access.Missing;
import io.mallhub.gateway.Webhooks;
import io.mallhub.gateway.Webhooks.Delivery;
import io.mallhub.gateway.Webhooks.DeliveryQuery;
import io.mallhub.gateway.Webhooks.State;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** What was told, and what nobody took; replayed by a person, one or many. */
@Controller
@RequestMapping("/console/integration/webhooks/deliveries")
class WebhookDeliveryPages {
    private static final String LIST = "redirect:/console/integration/webhooks/deliveries";

    private final Webhooks webhooks;
    private final Spreadsheets sheets;
    private final Words words;

    WebhookDeliveryPages(Webhooks webhooks, Spreadsheets sheets, Words words) {
        this.webhooks = webhooks;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(
            @Nullable State state,
            @RequestParam(required = false) @Nullable Long webhook,
            @Nullable String text,
            ListRequest list,
            Model model) {
        model.addAttribute("state", state);
        model.addAttribute("states", State.values());
        model.addAttribute("webhook", webhook);
        model.addAttribute("text", text);
        model.addAttribute(
                "deliveries",
                webhooks.deliveries(
                        new DeliveryQuery(webhook, state, Typed.words(text)), list.page()));
        return "console/integration/deliveries";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @Nullable State state,
            @RequestParam(required = false) @Nullable Long webhook,
            @Nullable String text,
            ListRequest list) {
        DeliveryQuery query = new DeliveryQuery(webhook, state, Typed.words(text));
        return sheets.<Delivery>of("webhook-deliveries")
                .column("console.webhook.subject", Delivery::subject)
                .column("console.webhook.event", Delivery::event)
                .column("console.webhook.title", Delivery::title)
                .column("console.list.state", it -> words.code("delivery.state." + it.state()))
                .column("console.quarantine.attempts", Delivery::attempts)
                .column("console.webhook.created", Delivery::created)
                .column("console.webhook.next", Delivery::next)
                .column("console.webhook.error", Delivery::lastError)
                .file(list.rows(page -> webhooks.deliveries(query, page)));
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    String one(@PathVariable long id, Model model) {
        model.addAttribute(
                "delivery", webhooks.delivery(id).orElseThrow(() -> new Missing("delivery " + id)));
        return "console/integration/delivery";
    }

    @PostMapping("/replay")
    String replay(
            @RequestParam(name = "id", required = false) @Nullable Set<Long> ids,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        int replayed = webhooks.replay(ids == null ? List.of() : ids, me.actor());
        if (replayed == 0) {
            Notice.refused(redirect, "console.notice.webhook-none-replayed", "");
        } else {
            Notice.done(redirect, "console.notice.webhook-replayed", String.valueOf(replayed));
        }
        return LIST;
    }
}
