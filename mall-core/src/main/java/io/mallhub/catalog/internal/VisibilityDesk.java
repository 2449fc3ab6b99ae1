package io.mallhub.catalog.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.VisibilityRule;
import io.mallhub.catalog.VisibilityRule.Aspect;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerLevels;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Reason;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class VisibilityDesk implements Visibility {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final VisibilityTable rules;
    private final MerchandiseTable merchandise;
    private final CustomerLevels levels;
    private final AuditLog audit;
    private final Clock clock;

    VisibilityDesk(
            VisibilityTable rules,
            MerchandiseTable merchandise,
            CustomerLevels levels,
            AuditLog audit,
            Clock clock) {
        this.merchandise = merchandise;
        this.levels = levels;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductId, VisibilityRule> hidden(Viewer viewer, Collection<ProductId> products) {
        return hiding(Aspect.PRODUCT, viewer, products);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductId, VisibilityRule> withoutPrice(
            Viewer viewer, Collection<ProductId> products) {
        return hiding(Aspect.PRICE, viewer, products);
    }

    private Map<ProductId, VisibilityRule> hiding(
            Aspect aspect, Viewer viewer, Collection<ProductId> products) {
        return products.isEmpty()
                ? Map.of()
                : rules.hiding(aspect, viewer, products, MallTime.today(clock));
    }

    @Override
    @Transactional
    public PutOutcome put(PutRule asked) {
        PutRule rule =
                new PutRule(
                        asked.effect(),
                        asked.goods(),
                        asked.audience(),
                        asked.validFrom(),
                        asked.validUntil(),
                        Reason.of(asked.reason()),
                        asked.by());
        Optional<String> problem = problem(rule);
        if (problem.isPresent()) {
            return new PutOutcome.Refused(problem.get());
        }
        int level =
                rule.goods().kind() == GoodsKind.MERCHANDISE
                        ? merchandise.treeToChange().level(rule.goods().of())
                        : 0;
        Optional<VisibilityRule> added = rules.add(rule, level, clock.instant());
        if (added.isEmpty()) {
            return new PutOutcome.Refused("visibility.exists");
        }
        audit(added.get(), "put-visibility-rule", rule.reason(), rule.by());
        return new PutOutcome.Put(added.get());
    }

    @Override
    @Transactional
    public PutOutcome putAlone(PutRule show) {
        if (show.effect().hides() || show.audience().kind() == AudienceKind.EVERYONE) {
            return new PutOutcome.Refused("visibility.alone");
        }
        PutOutcome shown = put(show);
        if (shown instanceof PutOutcome.Put) {
            // Where it is there already, nothing has to be said once more.
            put(
                    new PutRule(
                            show.effect().aspect() == Aspect.PRODUCT
                                    ? Effect.HIDE
                                    : Effect.HIDE_PRICE,
                            show.goods(),
                            Audience.EVERYONE,
                            show.validFrom(),
                            show.validUntil(),
                            show.reason(),
                            show.by()));
        }
        return shown;
    }

    @Override
    @Transactional
    public Optional<String> end(long id, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> problem = problem(reason, by);
        if (problem.isPresent()) {
            return problem;
        }
        Optional<VisibilityRule> ended = rules.end(id, reason, by, clock.instant());
        ended.ifPresent(it -> audit(it, "end-visibility-rule", reason, by));
        return ended.isPresent() ? Optional.empty() : Optional.of("visibility.ended-already");
    }

    @Override
    @Transactional(readOnly = true)
    public Page<VisibilityRule> page(RuleQuery query, PageRequest page) {
        return rules.page(query, page);
    }

    private Optional<String> problem(PutRule rule) {
        if (!isKnown(rule.goods())) {
            return Optional.of("visibility.goods");
        }
        if (!rule.audience().isSomebody()) {
            return Optional.of("visibility.audience");
        }
        if (rule.audience().kind() == AudienceKind.LEVEL && !levels.isHeld(rule.audience().of())) {
            return Optional.of("visibility.level");
        }
        LocalDate from = rule.validFrom();
        LocalDate until = rule.validUntil();
        if (from != null && until != null && until.isBefore(from)) {
            return Optional.of("visibility.dates");
        }
        if (until != null && until.isBefore(MallTime.today(clock))) {
            return Optional.of("visibility.over");
        }
        return problem(rule.reason(), rule.by());
    }

    private static Optional<String> problem(String reason, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of("visibility.not-staff");
        }
        return Reason.problem("visibility", reason);
    }

    /** A name that nobody bears would hide nothing, and nobody would notice. */
    private boolean isKnown(Goods goods) {
        return switch (goods.kind()) {
            case ALL -> goods.of().isEmpty();
            case CATEGORY ->
                    Arrays.stream(RegulatoryCategory.values())
                            .anyMatch(it -> it.name().equals(goods.of()));
            case MERCHANDISE -> merchandise.level(goods.of()) > 0;
            case MAKER -> rules.isMaker(goods.of());
            case PRODUCT -> ID.matcher(goods.of()).matches();
        };
    }

    private void audit(VisibilityRule rule, String action, String reason, Actor by) {
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        "visibility-rule",
                        Long.toString(rule.id()),
                        reason,
                        Map.of(
                                "effect", rule.effect().name(),
                                "goods", said(rule.goods().kind(), rule.goods().label()),
                                "audience", said(rule.audience().kind(), rule.audience().label()),
                                "from", Objects.toString(rule.validFrom(), ""),
                                "until", Objects.toString(rule.validUntil(), ""))));
    }

    private static String said(Enum<?> kind, String label) {
        return (kind + " " + label).strip();
    }
}
