package io.mallhub.console.promotions;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleKind;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.Figures;
import io.mallhub.webkit.PromotionTexts;
import io.mallhub.webkit.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Two versions of a rule, field by field. */
@Component
class RuleComparison {
    private static final String NOTHING = "—";

    private final Products products;
    private final PromotionTexts texts;
    private final Words words;
    private final Figures figures;

    RuleComparison(Products products, PromotionTexts texts, Words words, Figures figures) {
        this.products = products;
        this.texts = texts;
        this.words = words;
        this.figures = figures;
    }

    /**
     * @param label message key of the field
     * @param isDifferent by what the versions say, even where the words for it are the same
     */
    public record Field(String label, String before, String after, boolean isDifferent) {}

    /** A field of a version: what it is called, its words, and all that it stands for. */
    private record Part(String label, Function<Rule, String> words, Function<Rule, Object> value) {}

    /** Every field, whether it differs or not. */
    List<Field> of(Rule before, Rule after) {
        Map<ProductId, ProductView> known = products(List.of(before, after));
        return parts(known).stream()
                .map(
                        part ->
                                new Field(
                                        part.label(),
                                        part.words().apply(before),
                                        part.words().apply(after),
                                        !part.value()
                                                .apply(before)
                                                .equals(part.value().apply(after))))
                .toList();
    }

    /** Together they are all that a rule says, so that no difference goes unseen. */
    private List<Part> parts(Map<ProductId, ProductView> known) {
        Map<ProductId, String> gifts =
                known.values().stream()
                        .collect(
                                Collectors.toMap(
                                        ProductView::id, it -> it.name() + " (" + it.code() + ")"));
        return List.of(
                new Part("console.promotion.name", Rule::name, Rule::name),
                new Part(
                        "console.promotion.kind",
                        it -> words.of(RuleKind.of(it.benefit())),
                        it -> RuleKind.of(it.benefit())),
                new Part(
                        "console.promotion.terms",
                        it -> texts.terms(it, gifts),
                        RuleComparison::terms),
                new Part(
                        "console.promotion.goods",
                        it -> goods(it, known),
                        it -> it.benefit().goods()),
                new Part("console.promotion.when", texts::when, RuleComparison::when),
                new Part("console.promotion.who", texts::who, RuleComparison::who),
                new Part(
                        "console.promotion.budget",
                        this::budget,
                        it -> String.valueOf(it.conditions().limits().budget())),
                new Part(
                        "console.promotion.orders",
                        it -> count(it.conditions().limits().orders()),
                        it -> it.conditions().limits().orders()),
                new Part(
                        "console.promotion.orders-each",
                        it -> count(it.conditions().limits().ordersPerCompany()),
                        it -> it.conditions().limits().ordersPerCompany()),
                new Part(
                        "console.promotion.stacking",
                        texts::stacking,
                        it -> List.of(it.stacking().mode(), it.stacking().group())),
                new Part(
                        "console.promotion.priority",
                        it -> Integer.toString(it.stacking().priority()),
                        it -> it.stacking().priority()));
    }

    /** The benefit but for its goods, as the editor shows it. */
    private static Object terms(Rule rule) {
        RuleForm form = RuleForm.of(rule, Map.of());
        List<Object> terms = new ArrayList<>();
        terms.add(form.takesPercent());
        terms.add(rule.benefit().measure());
        terms.add(rule.benefit().tiers());
        terms.add(Boolean.TRUE.equals(form.every()));
        terms.add(String.valueOf(form.cap()));
        return terms;
    }

    private static Object when(Rule rule) {
        Conditions when = rule.conditions();
        return List.of(String.valueOf(when.from()), String.valueOf(when.until()), when.slots());
    }

    private static Object who(Rule rule) {
        Conditions who = rule.conditions();
        return List.of(who.levels(), who.groups(), who.regions(), who.payments(), who.channels());
    }

    private String goods(Rule rule, Map<ProductId, ProductView> known) {
        String goods = texts.goods(rule);
        if (rule.benefit().goods() instanceof Goods.Products(var some)) {
            goods +=
                    ": "
                            + some.stream()
                                    .map(it -> code(known, it))
                                    .sorted()
                                    .collect(Collectors.joining(", "));
        }
        return goods;
    }

    private static String code(Map<ProductId, ProductView> known, ProductId id) {
        ProductView product = known.get(id);
        return product == null ? id.toString() : product.code();
    }

    private String budget(Rule rule) {
        var budget = rule.conditions().limits().budget();
        return budget == null ? NOTHING : figures.money(budget);
    }

    private String count(int limit) {
        return limit == 0 ? NOTHING : figures.count(limit);
    }

    /** That rules are about or give: one question for all. */
    private Map<ProductId, ProductView> products(Collection<Rule> rules) {
        Set<ProductId> ids = new HashSet<>();
        for (Rule rule : rules) {
            ids.addAll(rule.gifts());
            if (rule.benefit().goods() instanceof Goods.Products(var some)) {
                ids.addAll(some);
            }
        }
        return ids.isEmpty() ? Map.of() : products.products(ids);
    }
}
