package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.console.access.Missing;
import io.mallhub.gateway.ApiClientView;
import io.mallhub.gateway.ApiClients;
import io.mallhub.gateway.ApiClients.NewApiClient;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.ClientRight;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Programs of ERPs that may call the mall. A secret is on the next page, once, and never again. */
@Controller
@RequestMapping("/console/integration/clients")
class ApiClientPages {
    private static final String LIST = "redirect:/console/integration/clients";

    private final ApiClients clients;
    private final Connections connections;
    private final Spreadsheets sheets;
    private final Words words;

    ApiClientPages(ApiClients clients, Connections connections, Spreadsheets sheets, Words words) {
        this.clients = clients;
        this.connections = connections;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String connection, ListRequest list, Model model) {
        model.addAttribute("connection", connection);
        model.addAttribute("connections", connections.all());
        model.addAttribute("rights", ClientRight.values());
        model.addAttribute("clients", clients.page(Typed.words(connection), list.page()));
        return "console/integration/clients";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String connection, ListRequest list) {
        return sheets.<ApiClientView>of("api-clients")
                .column("console.client.id", ApiClientView::id)
                .column("console.client.title", ApiClientView::title)
                .column("console.integration.connection", ApiClientView::connection)
                .column("console.client.rights", this::rights)
                .column("console.client.per-minute", ApiClientView::perMinute)
                .column("console.client.created", ApiClientView::created)
                .column("console.client.rotated", ApiClientView::rotated)
                .column("console.client.revoked", ApiClientView::revoked)
                .column("console.client.last-used", ApiClientView::lastUsed)
                .file(list.rows(page -> clients.page(Typed.words(connection), page)));
    }

    private String rights(ApiClientView client) {
        return client.rights().stream().sorted().map(words::of).collect(Collectors.joining(", "));
    }

    @PostMapping
    String create(
            @RequestParam String connection,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(name = "right", required = false) @Nullable Set<ClientRight> rights,
            @RequestParam(defaultValue = "600") int perMinute,
            @RequestParam(defaultValue = "false") boolean soapDigest,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (connections.connection(connection).isEmpty()) {
            throw new Missing("connection " + connection);
        }
        if (title.isBlank() || title.length() > 100 || rights == null || !isRate(perMinute)) {
            Notice.refused(redirect, "console.notice.client-incomplete", title);
            return LIST;
        }
        ShownOnce shown =
                clients.create(
                        new NewApiClient(connection, title, rights, perMinute, soapDigest),
                        me.actor());
        return shown(shown, "console.notice.client-created", redirect);
    }

    @PostMapping("/{id}/rotate")
    String rotate(
            @PathVariable String id,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (found(id).revoked() != null) {
            Notice.refused(redirect, "console.notice.client-is-revoked", id);
            return LIST;
        }
        return shown(clients.rotate(id, me.actor()), "console.notice.client-rotated", redirect);
    }

    private static String shown(ShownOnce shown, String notice, RedirectAttributes redirect) {
        Notice.done(redirect, notice, shown.id());
        redirect.addFlashAttribute("shownId", shown.id());
        redirect.addFlashAttribute("shownSecret", shown.secret());
        redirect.addFlashAttribute("shownKey", shown.key());
        return LIST;
    }

    @PostMapping("/{id}/change")
    String change(
            @PathVariable String id,
            @RequestParam(name = "right", required = false) @Nullable Set<ClientRight> rights,
            @RequestParam int perMinute,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        found(id);
        if (rights == null || !isRate(perMinute)) {
            Notice.refused(redirect, "console.notice.client-incomplete", id);
        } else {
            clients.change(id, rights, perMinute, me.actor());
            Notice.done(redirect, "console.notice.client-changed", id);
        }
        return LIST;
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        found(id);
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", id);
        } else {
            clients.revoke(id, reason, me.actor());
            Notice.done(redirect, "console.notice.client-revoked", id);
        }
        return LIST;
    }

    private static boolean isRate(int perMinute) {
        return perMinute >= 1 && perMinute <= 100_000;
    }

    private ApiClientView found(String id) {
        return clients.client(id).orElseThrow(() -> new Missing("API client " + id));
    }
}
