package io.mallhub.console.ledgers;

import io.mallhub.shared.ProvenLedger;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The ledgers, and their proof when somebody asks for it: it reads all entries. */
@Controller
@RequestMapping("/console/ledgers")
class LedgersPage {
    /** So many accounts are named; one is an alarm already. */
    private static final int NAMED = 100;

    private final List<ProvenLedger> ledgers;
    private final Clock clock;

    LedgersPage(ObjectProvider<ProvenLedger> ledgers, Clock clock) {
        this.ledgers = ledgers.orderedStream().toList();
        this.clock = clock;
    }

    /** A ledger as the page lists it. */
    record Row(String name, ProvenLedger.Size size) {}

    @GetMapping
    String page(Model model) {
        model.addAttribute(
                "ledgers", ledgers.stream().map(it -> new Row(it.name(), it.size())).toList());
        return "console/ledgers/list";
    }

    @GetMapping("/{name}")
    String proof(@PathVariable String name, Model model) {
        ProvenLedger ledger =
                ledgers.stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<String> unproven = ledger.unprovenAccounts();
        model.addAttribute("ledger", new Row(ledger.name(), ledger.size()));
        model.addAttribute("unproven", unproven.stream().limit(NAMED).toList());
        model.addAttribute("count", unproven.size());
        model.addAttribute("at", clock.instant());
        return "console/ledgers/proof";
    }
}
