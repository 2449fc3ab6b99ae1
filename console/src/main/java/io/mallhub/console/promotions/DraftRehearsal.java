package io.mallhub.console.promotions;

import io.mallhub.console.access.Missing;
import io.mallhub.customer.Customers;
import io.mallhub.order.Deals;
import io.mallhub.order.Deals.Affected;
import io.mallhub.order.Deals.Rehearsal;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.RuleView;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Past orders under the live rules, and with a rule among them, alone or with other drafts. */
@Controller
@RequestMapping("/console/promotions/{code}/rehearsal")
class DraftRehearsal {
    private final Promotions promotions;
    private final Deals deals;
    private final Customers customers;
    private final Spreadsheets sheets;
    private final Clock clock;

    DraftRehearsal(
            Promotions promotions,
            Deals deals,
            Customers customers,
            Spreadsheets sheets,
            Clock clock) {
        this.promotions = promotions;
        this.deals = deals;
        this.customers = customers;
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * @param rehearsed whether it is asked for, or the page only opened
     * @param all drafts come along
     * @param with codes of drafts that do
     */
    record Asked(
            @Nullable Boolean rehearsed,
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

    @GetMapping
    String page(@PathVariable String code, Asked asked, ListRequest list, Model model) {
        RuleView view = latest(code);
        List<RuleView> others = otherDrafts(code);
        model.addAttribute("view", view);
        model.addAttribute("others", others);
        model.addAttribute("asked", asked);
        model.addAttribute("days", asked.days(MallTime.today(clock)));
        if (asked.isRehearsed()) {
            Rehearsal rehearsal = rehearse(view, others, asked);
            model.addAttribute("rehearsal", rehearsal);
            model.addAttribute("customers", named(Page.of(rehearsal.customers(), list.page())));
        }
        return "console/promotions/rehearsal";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@PathVariable String code, Asked asked, ListRequest list) {
        Rehearsal rehearsal = rehearse(latest(code), otherDrafts(code), asked);
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
                .file(list.rows(page -> named(Page.of(rehearsal.customers(), page))));
    }

    private Rehearsal rehearse(RuleView view, List<RuleView> others, Asked asked) {
        List<Rule> drafts =
                Stream.concat(
                                Stream.of(view.rule()),
                                others.stream()
                                        .map(RuleView::rule)
                                        .filter(it -> asked.takes(it.code())))
                        .toList();
        Days days = asked.days(MallTime.today(clock));
        return deals.rehearse(drafts, days.first(), days.last());
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
