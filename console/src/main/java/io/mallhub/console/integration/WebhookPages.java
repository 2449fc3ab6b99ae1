package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.console.access.Missing;
import io.mallhub.gateway.WebhookEvent;
import io.mallhub.gateway.Webhooks;
import io.mallhub.gateway.Webhooks.NewSubscription;
import io.mallhub.gateway.Webhooks.Subscription;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is told of events, and where. A secret is on the next page, once. */
@Controller
@RequestMapping("/console/integration/webhooks")
class WebhookPages {
    private static final String LIST = "redirect:/console/integration/webhooks";

    private final Webhooks webhooks;
    private final Connections connections;

    WebhookPages(Webhooks webhooks, Connections connections) {
        this.webhooks = webhooks;
        this.connections = connections;
    }

    @GetMapping
    String list(ListRequest list, Model model) {
        model.addAttribute("connections", connections.all());
        model.addAttribute("events", WebhookEvent.values());
        model.addAttribute("webhooks", webhooks.subscriptions(list.page()));
        return "console/integration/webhooks";
    }

    @PostMapping
    String subscribe(
            @RequestParam String connection,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(name = "event", required = false) @Nullable Set<WebhookEvent> events,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (connections.connection(connection).isEmpty()) {
            throw new Missing("connection " + connection);
        }
        try {
            String secret =
                    webhooks.subscribe(
                            new NewSubscription(
                                    connection, title, url, events == null ? Set.of() : events),
                            me.actor());
            Notice.done(redirect, "console.notice.webhook-created", title);
            redirect.addFlashAttribute("shownSecret", secret);
        } catch (IllegalArgumentException incomplete) {
            Notice.refused(redirect, "console.notice.webhook-incomplete", title);
        }
        return LIST;
    }

    @PostMapping("/{id:[0-9]{1,18}}/rotate")
    String rotate(
            @PathVariable long id,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Subscription webhook = found(id);
        if (webhook.ended() != null) {
            Notice.refused(redirect, "console.notice.webhook-is-ended", webhook.title());
            return LIST;
        }
        redirect.addFlashAttribute("shownSecret", webhooks.rotate(id, me.actor()));
        Notice.done(redirect, "console.notice.webhook-rotated", webhook.title());
        return LIST;
    }

    @PostMapping("/{id:[0-9]{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        String title = found(id).title();
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", title);
        } else {
            webhooks.end(id, reason, me.actor());
            Notice.done(redirect, "console.notice.webhook-ended", title);
        }
        return LIST;
    }

    private Subscription found(long id) {
        return webhooks.subscription(id).orElseThrow(() -> new Missing("webhook " + id));
    }
}
