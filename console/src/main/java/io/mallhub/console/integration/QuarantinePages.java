package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Quarantine.Item;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Actor;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import java.util.Locale;
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

/** Records that could not be applied: look, replay, or decide that they never will be. */
@Controller
@RequestMapping("/console/integration/quarantine")
class QuarantinePages {
    private static final String BACK = "redirect:/console/integration/quarantine";
    private final Quarantine quarantine;
    private final Connections connections;
    private final Spreadsheets sheets;
    private final Words words;

    QuarantinePages(
            Quarantine quarantine, Connections connections, Spreadsheets sheets, Words words) {
        this.quarantine = quarantine;
        this.connections = connections;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String connection,
            @RequestParam(defaultValue = "") String flow,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean mine,
            @AuthenticationPrincipal StaffView me,
            ListRequest list,
            Model model) {
        model.addAttribute("mine", mine);
        model.addAttribute("me", me.actor().id());
        model.addAttribute("all", all);
        model.addAttribute("connection", connection);
        model.addAttribute("flow", flow);
        model.addAttribute("connections", connections.all());
        model.addAttribute(
                "toReplay", quarantine.toReplay(Typed.words(connection), Typed.words(flow)));
        model.addAttribute(
                "items",
                quarantine.page(
                        Typed.words(connection),
                        Typed.words(flow),
                        !all,
                        mine ? me.actor().id() : null,
                        list.page()));
        return "console/integration/quarantine";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String connection,
            @RequestParam(defaultValue = "") String flow,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "false") boolean mine,
            @AuthenticationPrincipal StaffView me,
            ListRequest list) {
        return sheets.<Item>of("quarantine")
                .column("console.quarantine.key", Item::key)
                .column("console.flow.flow", it -> words.code("flow." + it.flow()))
                .column("console.integration.connection", Item::connection)
                .column("console.quarantine.reason", it -> words.code(it.reason()))
                .column("console.list.state", it -> words.code("quarantine.state." + it.state()))
                .column(
                        "console.quarantine.owner",
                        it -> it.owner() == null ? "" : it.owner().name())
                .column("console.quarantine.attempts", Item::attempts)
                .column("console.quarantine.first", Item::firstSeen)
                .column("console.quarantine.last", Item::lastSeen)
                .file(
                        list.rows(
                                page ->
                                        quarantine.page(
                                                Typed.words(connection),
                                                Typed.words(flow),
                                                !all,
                                                mine ? me.actor().id() : null,
                                                page)));
    }

    @GetMapping("/{id}")
    String item(@PathVariable long id, @AuthenticationPrincipal StaffView me, Model model) {
        model.addAttribute("me", me.actor().id());
        model.addAttribute("item", found(id));
        model.addAttribute("revealed", false);
        return "console/integration/quarantine-item";
    }

    /** The answer itself shows it: no address brings it back. */
    @PostMapping("/{id}/reveal")
    String reveal(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            Model model,
            RedirectAttributes redirect) {
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", found(id).key());
            return BACK + "/{id}";
        }
        model.addAttribute(
                "item",
                quarantine
                        .reveal(id, reason.strip(), me.actor())
                        .orElseThrow(() -> new Missing("quarantined record " + id)));
        model.addAttribute("me", me.actor().id());
        model.addAttribute("revealed", true);
        return "console/integration/quarantine-item";
    }

    @PostMapping("/{id}/replay")
    String replay(
            @PathVariable long id,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        String key = found(id).key();
        switch (quarantine.replay(id, me.actor())) {
            case APPLIED -> Notice.done(redirect, "console.notice.replayed", key);
            case STILL_BAD -> Notice.refused(redirect, "console.notice.still-bad", key);
        }
        return BACK + "/{id}";
    }

    @PostMapping("/{id}/discard")
    String discard(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        String key = found(id).key();
        if (reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", key);
        } else {
            quarantine.discard(id, reason, me.actor());
            Notice.done(redirect, "console.notice.discarded", key);
        }
        return BACK + "/{id}";
    }

    @PostMapping("/replay-all")
    String replayAll(
            @RequestParam String connection,
            @RequestParam String flow,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        int records = quarantine.replayAll(connection, flow, me.actor());
        Notice.done(redirect, "console.notice.replaying-all", Integer.toString(records));
        redirect.addAttribute("connection", connection);
        redirect.addAttribute("flow", flow);
        return BACK;
    }

    /** The selection of the list, or the record of its page. */
    @PostMapping("/selected/{act}")
    String selected(
            @PathVariable SelectedAct act,
            @RequestParam(name = "id", required = false) @Nullable Set<Long> ids,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (ids == null || ids.isEmpty() || ids.size() > Quarantine.MOST_SELECTED) {
            Notice.refused(redirect, "console.notice.quarantine-none", "");
        } else if (act == SelectedAct.DISCARD && reason.isBlank()) {
            Notice.refused(redirect, "console.notice.reason-missing", "");
        } else {
            Notice.done(
                    redirect,
                    "console.notice.quarantine-" + act.name().toLowerCase(Locale.ROOT),
                    done(act, ids, reason.strip(), me.actor()));
        }
        return BACK;
    }

    private String done(SelectedAct act, Set<Long> ids, String reason, Actor by) {
        return switch (act) {
            case REPLAY -> {
                Quarantine.ReplayCount count = quarantine.replay(ids, reason, by);
                yield count.applied() + " / " + count.stillBad() + " / " + count.leftAlone();
            }
            case DISCARD -> of(quarantine.discard(ids, reason, by), ids);
            case TAKE -> of(quarantine.take(ids, by), ids);
            case BACK -> of(quarantine.giveBack(ids, by), ids);
        };
    }

    private static String of(int done, Set<Long> ids) {
        return done + " / " + ids.size();
    }

    enum SelectedAct {
        REPLAY,
        DISCARD,
        TAKE,
        BACK
    }

    private Quarantine.Item found(long id) {
        return quarantine.item(id).orElseThrow(() -> new Missing("quarantined record " + id));
    }
}
