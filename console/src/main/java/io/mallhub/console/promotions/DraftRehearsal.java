package io.mallhub.console.promotions;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.Customers;
import io.mallhub.identity.StaffView;
import io.mallhub.order.DealRehearsals;
import io.mallhub.order.DealRehearsals.Kept;
import io.mallhub.order.Deals.Affected;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.RuleView;
import io.mallhub.promotion.Promotions.Version;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Past orders under the live rules, and with a rule among them, alone or with other drafts. */
@Controller
@RequestMapping("/console/promotions/{code}/rehearsal")
class DraftRehearsal {
    private final Promotions promotions;
    private final DealRehearsals rehearsals;
    private final Customers customers;
    private final Spreadsheets sheets;
    private final Clock clock;

    DraftRehearsal(
            Promotions promotions,
            DealRehearsals rehearsals,
            Customers customers,
            Spreadsheets sheets,
            Clock clock) {
        this.promotions = promotions;
        this.rehearsals = rehearsals;
        this.customers = customers;
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * @param rehearsed whether it is asked for, or the page only opened
     * @param outcome number of a rehearsal that was kept, which is shown
     * @param all drafts come along
     * @param with codes of drafts that do
     */
    record Asked(
            @Nullable Boolean rehearsed,
            @Nullable Long outcome,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Boolean all,
            @Nullable Set<String> with) {
        boolean isRehearsed() {
            return Boolean.TRUE.equals(rehearsed);
        }

        public boolean isAll() {
            return Boolean.TRUE.equals(all);
        }

        public boolean takes(String code) {
            return isAll() || with != null && with.contains(code);
        }

        /** A month that ended yesterday, unless days are chosen. */
        Days days(LocalDate today) {
            return new Days(
                    from == null ? today.minusDays(30) : from,
                    until == null ? today.minusDays(1) : until);
        }
    }

    record Days(LocalDate first, LocalDate last) {}

    /** An affected customer by name. */
    record Row(String number, String name, Affected affected) {}

    /**
     * What is worked out is kept, and the answer leads to it: turning a page works out nothing.
     * Whoever sees the page may ask, since nothing follows from it.
     */
    @GetMapping
    String page(
            @PathVariable String code,
            Asked asked,
            ListRequest list,
            @AuthenticationPrincipal StaffView me,
            Model model,
            RedirectAttributes redirect) {
        RuleView view = latest(code);
        List<RuleView> others = otherDrafts(code);
        Days days = asked.days(MallTime.today(clock));
        if (asked.outcome() == null && asked.isRehearsed()) {
            List<Rule> drafts =
                    Stream.concat(
                                    Stream.of(view.rule()),
                                    others.stream()
                                            .map(RuleView::rule)
                                            .filter(it -> asked.takes(it.code())))
                            .toList();
            long outcome = rehearsals.keep(drafts, days.first(), days.last(), me.actor());
            redirect.addAttribute("code", code);
            redirect.addAttribute("outcome", outcome);
            return "redirect:/console/promotions/{code}/rehearsal";
        }
        model.addAttribute("view", view);
        model.addAttribute("others", others);
        model.addAttribute("days", days);
        model.addAttribute("chosen", Set.of());
        if (asked.outcome() != null) {
            Optional<Kept> kept = kept(code, asked.outcome());
            model.addAttribute("gone", kept.isEmpty());
            kept.ifPresent(it -> show(it, list, model));
        }
        return "console/promotions/rehearsal";
    }

    private void show(Kept kept, ListRequest list, Model model) {
        model.addAttribute("kept", kept);
        model.addAttribute("rehearsal", kept.outcome());
        model.addAttribute("days", new Days(kept.first(), kept.last()));
        model.addAttribute(
                "chosen", kept.drafts().stream().map(Version::code).collect(Collectors.toSet()));
        model.addAttribute("customers", named(rehearsals.customers(kept.number(), list.page())));
    }

    private Optional<Kept> kept(String code, long outcome) {
        return rehearsals.find(outcome).filter(it -> it.isAbout(code));
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @PathVariable String code, @RequestParam long outcome, ListRequest list) {
        Kept kept = kept(code, outcome).orElseThrow(() -> new Missing("rehearsal " + outcome));
        return sheets.<Row>of("rehearsal-" + code)
                .column("console.customer.number", Row::number)
                .column("console.customer.name", Row::name)
                .column("console.promotion.rehearsal.affected", it -> it.affected().orders())
                .column(
                        "console.promotion.rehearsal.discount.now",
                        it -> it.affected().now().discount())
                .column(
                        "console.promotion.rehearsal.discount.then",
                        it -> it.affected().then().discount())
                .column("console.promotion.rehearsal.gifts.now", it -> it.affected().now().gifts())
                .column(
                        "console.promotion.rehearsal.gifts.then",
                        it -> it.affected().then().gifts())
                .file(list.rows(page -> named(rehearsals.customers(kept.number(), page))));
    }

    /** New rules, and next versions of published ones; newest rule first. */
    private List<RuleView> otherDrafts(String code) {
        return ListRequest.all("", promotions::drafts).items().stream()
                .filter(it -> !it.rule().code().equals(code))
                .toList();
    }

    /** Whoever the mall knows no more has no name. */
    private Page<Row> named(Page<Affected> part) {
        Map<CustomerId, Customers.Stated> stated =
                customers.stated(part.items().stream().map(Affected::company).toList());
        return part.map(
                it -> {
                    Customers.Stated known = stated.get(it.company());
                    return known == null
                            ? new Row("", "", it)
                            : new Row(known.number(), known.company().name(), it);
                });
    }

    /** The draft of a published rule where one waits, else what the rule says. */
    private RuleView latest(String code) {
        return promotions
                .draft(code)
                .or(() -> promotions.find(code))
                .orElseThrow(() -> new Missing("promotion rule " + code));
    }
}
