package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.LicenceGate;
import io.mallhub.order.Deals;
import io.mallhub.order.Explanation;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class DealDesk implements Deals {
    private final Promotions promotions;
    private final Dealings dealings;
    private final DealRehearsal rehearsal;
    private final OrderAssessment assessment;
    private final LicenceGate gate;
    private final RuleSets sets;
    private final Clock clock;

    DealDesk(
            Promotions promotions,
            Dealings dealings,
            DealRehearsal rehearsal,
            OrderAssessment assessment,
            LicenceGate gate,
            RuleSets sets,
            Clock clock) {
        this.promotions = promotions;
        this.dealings = dealings;
        this.rehearsal = rehearsal;
        this.assessment = assessment;
        this.gate = gate;
        this.sets = sets;
        this.clock = clock;
    }

    @Override
    public Map<ProductId, List<Rule>> offered(CustomerView customer, List<ProductView> goods) {
        RuleBook book = promotions.book();
        if (book.size() == 0 || goods.isEmpty()) {
            return Map.of();
        }
        List<List<Rule>> offered = dealings.offered(book, customer, goods, clock.instant());
        Map<ProductId, List<Rule>> byProduct = new HashMap<>();
        for (int place = 0; place < goods.size(); place++) {
            if (!offered.get(place).isEmpty()) {
                byProduct.put(goods.get(place).id(), offered.get(place));
            }
        }
        return byProduct;
    }

    @Override
    public PreviewOutcome preview(Rule rule, Example example) {
        LicenceGate.Case buyer =
                gate.open(example.company())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "No customer " + example.company()));
        List<AssessedLine> lines = assessment.assess(buyer, example.lines());
        List<LineProblem> problems = new ArrayList<>();
        lines.stream()
                .filter(it -> !it.canBeReckoned())
                .forEach(it -> problems.addAll(it.problems()));
        if (!problems.isEmpty()) {
            return new PreviewOutcome.Refused(problems);
        }
        Discounted discounted =
                dealings.of(
                        new Dealings.Terms(
                                sets.with(List.of(rule)).book(), List.of(), List.of(), null),
                        buyer,
                        new Dealings.How(example.payment(), example.channel()),
                        lines,
                        example.at());
        List<PreviewLine> shown = new ArrayList<>();
        Money discount = Money.ZERO;
        for (AssessedLine line : discounted.bought()) {
            discount = discount.plus(line.discount());
            shown.add(shown(line));
        }
        return new PreviewOutcome.Shown(
                shown,
                Shown.gifts(discounted),
                discount,
                discounted.total(),
                discounted.promotions().stream().map(Explanation::of).toList());
    }

    private static PreviewLine shown(AssessedLine line) {
        if (line.product() == null || line.quote() == null) {
            throw new IllegalStateException("Line " + line.line() + " has no price");
        }
        return new PreviewLine(
                line.product().code(),
                line.product().name(),
                line.quantity(),
                line.quote().price(),
                line.discount(),
                line.amount());
    }

    /** Thousands of orders, each hundred read on its own: no transaction lasts that long. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Rehearsal rehearse(Collection<Rule> drafts, LocalDate first, LocalDate last) {
        return rehearsal.of(drafts, first, last);
    }
}
