package io.mallhub.console.promotions;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.Deals;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Channel;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.RuleView;
import io.mallhub.promotion.Promotions.Version;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleKind;
import io.mallhub.promotion.RuleState;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.PromotionTexts;
import io.mallhub.webkit.Spreadsheets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules, the editor, and one rule with its preview and history. */
@Controller
@RequestMapping("/console/promotions")
class PromotionPages {
    /** What was typed and refused. */
    static final String TYPED = "typed";

    /** What is wrong with it, by field. */
    static final String WRONG = "wrong";

    private final Promotions promotions;
    private final Budgets budgets;
    private final Deals deals;
    private final Products products;
    private final MerchandiseCategories merchandise;
    private final Customers customers;
    private final PromotionTexts texts;
    private final RuleComparison comparison;
    private final Spreadsheets sheets;
    private final Clock clock;

    PromotionPages(
            Promotions promotions,
            Budgets budgets,
            Deals deals,
            Products products,
            MerchandiseCategories merchandise,
            Customers customers,
            PromotionTexts texts,
            RuleComparison comparison,
            Spreadsheets sheets,
            Clock clock) {
        this.promotions = promotions;
        this.budgets = budgets;
        this.deals = deals;
        this.products = products;
        this.merchandise = merchandise;
        this.customers = customers;
        this.texts = texts;
        this.comparison = comparison;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @Nullable RuleState state,
            @Nullable RuleKind kind,
            @RequestParam(defaultValue = "false") boolean drafted,
            ListRequest list,
            Model model) {
        Page<RuleView> rules = promotions.page(state, kind, drafted, list.page());
        model.addAttribute("rules", rules);
        model.addAttribute("state", state);
        model.addAttribute("states", RuleState.values());
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", RuleKind.values());
        model.addAttribute("drafted", drafted);
        model.addAttribute("names", names(rules.items().stream().map(RuleView::rule).toList()));
        return "console/promotions/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @Nullable RuleState state,
            @Nullable RuleKind kind,
            @RequestParam(defaultValue = "false") boolean drafted,
            ListRequest list) {
        return sheets.<RuleView>of("promotions")
                .column("console.promotion.rule", it -> it.rule().code())
                .column("console.promotion.name", it -> it.rule().name())
                .column("console.promotion.kind", RuleView::kind)
                .column("console.promotion.terms", it -> texts.terms(it.rule(), Map.of()))
                .column("console.promotion.goods", it -> texts.goods(it.rule()))
                .column("console.promotion.when", it -> texts.when(it.rule()))
                .column("console.promotion.who", it -> texts.who(it.rule()))
                .column("console.promotion.stacking", it -> texts.stacking(it.rule()))
                .column("console.promotion.priority", it -> it.rule().stacking().priority())
                .column("console.list.state", RuleView::state)
                .column("console.promotion.draft", it -> it.isDrafted() ? it.draft() : null)
                .file(list.rows(page -> promotions.page(state, kind, drafted, page)));
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(RuleForm.empty(), model);
    }

    /** The draft of a published rule where one waits, else what the rule says now. */
    @GetMapping("/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        RuleView latest = promotions.draft(code).orElseGet(() -> rule(code));
        Rule rule = latest.rule();
        model.addAttribute("latest", latest);
        RuleForm stored = RuleForm.of(rule, codes(List.of(rule)));
        if (model.getAttribute(TYPED) instanceof RuleForm typed
                && typed.version() != null
                && typed.version() != rule.version()) {
            meanwhile(new Version(code, typed.version()), rule, model);
            model.addAttribute(TYPED, typed.of(rule.version()));
        }
        return form(stored, model);
    }

    /**
     * What somebody else has changed since the version that was looked at. Whoever has seen it may
     * save what he typed over it.
     */
    private void meanwhile(Version seen, Rule latest, Model model) {
        List<RuleComparison.Field> changed =
                promotions
                        .version(seen)
                        .map(it -> comparison.of(it.rule(), latest))
                        .orElse(List.of());
        model.addAttribute("seen", seen.version());
        model.addAttribute(
                "changed", changed.stream().filter(RuleComparison.Field::isDifferent).toList());
    }

    private String form(RuleForm stored, Model model) {
        model.addAttribute(
                "form", model.getAttribute(TYPED) instanceof RuleForm typed ? typed : stored);
        if (!model.containsAttribute(WRONG)) {
            model.addAttribute(WRONG, Map.of());
        }
        model.addAttribute("kinds", RuleKind.values());
        model.addAttribute("measures", Measure.values());
        model.addAttribute("modes", Stacking.Mode.values());
        model.addAttribute("categories", RegulatoryCategory.values());
        model.addAttribute("tree", merchandise.tree());
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("groups", CustomerType.values());
        model.addAttribute("days", DayOfWeek.values());
        model.addAttribute("tierRows", IntStream.range(0, RuleForm.TIERS).boxed().toList());
        model.addAttribute("slotRows", IntStream.range(0, RuleForm.SLOTS).boxed().toList());
        return "console/promotions/form";
    }

    @GetMapping("/{code}")
    String rule(@PathVariable String code, Example example, Model model) {
        RuleView view = rule(code);
        Optional<RuleView> draft = promotions.draft(code);
        List<RuleView> versions = promotions.history(code);
        List<Rule> all = new ArrayList<>(versions.stream().map(RuleView::rule).toList());
        all.add(view.rule());
        Budgets.Used used = budgets.used(code).orElseGet(() -> new Budgets.Used(Money.ZERO, 0, 0));
        model.addAttribute("view", view);
        draft.ifPresent(it -> compare(view, it, used, model));
        model.addAttribute(
                "allowable",
                Stream.concat(Stream.of(view), draft.stream())
                        .filter(it -> !it.isStopped() && !it.isExempt())
                        .toList());
        model.addAttribute("used", used);
        model.addAttribute("versions", versions);
        model.addAttribute("steps", promotions.steps(code));
        model.addAttribute("names", names(all));
        model.addAttribute("codes", codes(List.of(view.rule())).values());
        model.addAttribute("example", example);
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("channels", Channel.values());
        Rule tried =
                draft.map(RuleView::rule)
                        .filter(
                                it ->
                                        example.version() == null
                                                || example.version() > view.rule().version())
                        .orElse(view.rule());
        model.addAttribute("tried", tried.version());
        preview(tried, example, model);
        return "console/promotions/rule";
    }

    private void compare(RuleView view, RuleView draft, Budgets.Used used, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("fields", comparison.of(view.rule(), draft.rule()));
        Limits limits = draft.rule().conditions().limits();
        model.addAttribute(
                "usedUp", Budgets.Left.of(limits, used.amount(), used.orders(), 0).isNothing());
    }

    /**
     * @param customer number of the customer that buys
     * @param goods lines of code and quantity
     * @param version of the rule that is tried; null for the draft where one waits
     */
    record Example(
            @Nullable String customer,
            @Nullable String goods,
            @Nullable PaymentMethod payment,
            @Nullable Channel channel,
            @Nullable Integer version) {
        boolean isAsked() {
            return customer != null && !customer.isBlank();
        }
    }

    private void preview(Rule rule, Example example, Model model) {
        if (!example.isAsked()) {
            return;
        }
        Optional<CustomerView> customer =
                customers.byNumber(String.valueOf(example.customer()).strip());
        if (customer.isEmpty()) {
            model.addAttribute(
                    "odd", new RuleReading.Wrong("console.promotion.wrong.customer", ""));
            return;
        }
        List<SubmitOrder.Line> lines = new ArrayList<>();
        String goods = example.goods() == null ? "" : example.goods();
        for (String row : goods.lines().map(String::strip).filter(it -> !it.isEmpty()).toList()) {
            Optional<SubmitOrder.Line> line = line(row);
            if (line.isEmpty()) {
                model.addAttribute(
                        "odd", new RuleReading.Wrong("console.promotion.wrong.line", row));
                return;
            }
            lines.add(line.get());
        }
        if (lines.isEmpty() || lines.size() > 100) {
            model.addAttribute("odd", new RuleReading.Wrong("console.promotion.wrong.lines", ""));
            return;
        }
        PaymentMethod payment =
                example.payment() == null ? PaymentMethod.CREDIT : example.payment();
        Deals.PreviewOutcome outcome =
                deals.preview(
                        rule,
                        new Deals.Example(
                                customer.get().id(),
                                payment,
                                example.channel() == null ? Channel.WEB : example.channel(),
                                clock.instant(),
                                lines));
        switch (outcome) {
            case Deals.PreviewOutcome.Shown shown -> model.addAttribute("preview", shown);
            case Deals.PreviewOutcome.Refused refused ->
                    model.addAttribute(
                            "odd",
                            new RuleReading.Wrong(
                                    refused.problems().getFirst().problem(),
                                    refused.problems().getFirst().detail()));
        }
    }

    private Optional<SubmitOrder.Line> line(String row) {
        String[] words = row.split("[\\s,，x×*]+");
        if (words.length != 2) {
            return Optional.empty();
        }
        return products.byCode(words[0])
                .flatMap(
                        product ->
                                Quantity.typed(words[1])
                                        .filter(Quantity::isPositive)
                                        .map(it -> new SubmitOrder.Line(product.id(), it)));
    }

    private RuleView rule(String code) {
        return promotions.find(code).orElseThrow(() -> new Missing("promotion rule " + code));
    }

    private Map<ProductId, String> names(Collection<Rule> rules) {
        return known(rules, ProductView::name);
    }

    private Map<ProductId, String> codes(Collection<Rule> rules) {
        return known(rules, ProductView::code);
    }

    /** Of products that rules are about or give: one question for all. */
    private Map<ProductId, String> known(
            Collection<Rule> rules, Function<ProductView, String> word) {
        Set<ProductId> ids = new HashSet<>();
        for (Rule rule : rules) {
            ids.addAll(rule.gifts());
            if (rule.benefit().goods() instanceof Goods.Products(var some)) {
                ids.addAll(some);
            }
        }
        return ids.isEmpty()
                ? Map.of()
                : products.products(ids).values().stream()
                        .collect(Collectors.toMap(ProductView::id, word));
    }
}
