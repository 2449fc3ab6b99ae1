package io.mallhub.console.commission;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.commission.CommissionRules;
import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.Rule;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What counts today, every version, and a new one. */
@Controller
@RequestMapping("/console/commission/rules")
class RulePages {
    private static final BigDecimal HUNDRED = new BigDecimal("100");
    private final CommissionRules rules;
    private final Products products;
    private final Clock clock;

    RulePages(CommissionRules rules, Products products, Clock clock) {
        this.rules = rules;
        this.products = products;
        this.clock = clock;
    }

    /**
     * @param value percent for rates, money for the bonus
     * @param code of the product, for distribution
     */
    record Form(
            Rule.@Nullable Kind kind,
            @Nullable BigDecimal value,
            @Nullable String code,
            @Nullable Integer depth,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    @GetMapping
    String rules(ListRequest list, Model model) {
        var history = rules.history(list.page());
        var inForce = rules.inForce(MallTime.today(clock));
        Map<ProductId, String> names = new HashMap<>();
        java.util.stream.Stream.concat(history.items().stream(), inForce.stream())
                .map(Rule::product)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .forEach(it -> products.product(it).ifPresent(p -> names.put(it, p.name())));
        model.addAttribute("inForce", inForce);
        model.addAttribute("history", history);
        model.addAttribute("names", names);
        model.addAttribute("kinds", Rule.Kind.values());
        model.addAttribute("today", MallTime.today(clock));
        return "console/commission/rules";
    }

    @PostMapping
    String put(Form form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        Notice.tell(redirect, refusal(form, me), "console.notice.rule-put", "");
        return "redirect:/console/commission/rules";
    }

    private Optional<String> refusal(Form form, StaffView me) {
        LocalDate from = form.from() == null ? MallTime.today(clock) : form.from();
        BigDecimal value = form.value();
        String reason = form.reason();
        Rule.Kind kind = form.kind();
        if (reason == null || reason.isBlank()) {
            return Optional.of("console.notice.reason-missing");
        }
        if (kind == null || value == null || value.signum() < 0 || isTooHigh(kind, value)) {
            return Optional.of("console.notice.rule-range");
        }
        if (from.isBefore(MallTime.today(clock))
                || form.until() != null && form.until().isBefore(from)) {
            return Optional.of("console.notice.dates-reversed");
        }
        boolean distribution = kind == Rule.Kind.DISTRIBUTION;
        Optional<ProductView> product =
                distribution && form.code() != null
                        ? products.byCode(form.code().strip())
                        : Optional.empty();
        if (distribution && product.isEmpty()) {
            return Optional.of("console.notice.product-unknown");
        }
        boolean bonus = kind == Rule.Kind.ACTIVATION;
        int depth = form.depth() == null ? 1 : Math.clamp(form.depth(), 1, 2);
        rules.put(
                new PutRule(
                        kind,
                        product.map(ProductView::id).orElse(null),
                        distribution ? depth : 0,
                        bonus ? null : value.divide(HUNDRED),
                        bonus ? new Money(value) : null,
                        from,
                        form.until(),
                        reason.strip(),
                        me.actor()));
        return Optional.empty();
    }

    private static boolean isTooHigh(Rule.Kind kind, BigDecimal value) {
        return kind == Rule.Kind.ACTIVATION
                ? value.precision() - value.scale() > 8
                : value.compareTo(new BigDecimal("50")) > 0
                        || value.stripTrailingZeros().scale() > 4;
    }
}
