package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.LicenceGate;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.ledger.Receivables;
import io.mallhub.ledger.Receivables.CreditPosition;
import io.mallhub.order.Orders.ApprovalFacts;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks at a standing order again, with today's licences, categories and credit. */
@Component
class OrderChecks {
    /** What the law puts under special control. */
    private static final Set<RegulatoryCategory> CONTROLLED =
            EnumSet.of(
                    RegulatoryCategory.NARCOTIC,
                    RegulatoryCategory.PSYCHOTROPIC_I,
                    RegulatoryCategory.PSYCHOTROPIC_II,
                    RegulatoryCategory.CONTROLLED_COMPOUND,
                    RegulatoryCategory.ANABOLIC_PEPTIDE);

    private final OpenOrders orders;
    private final Products products;
    private final LicenceGate gate;
    private final Receivables receivables;
    private final QuotaBook quotas;
    private final LapsedGifts gifts;
    private final OrderHistory history;

    OrderChecks(
            OpenOrders orders,
            Products products,
            LicenceGate gate,
            Receivables receivables,
            QuotaBook quotas,
            LapsedGifts gifts,
            OrderHistory history) {
        this.orders = orders;
        this.products = products;
        this.gate = gate;
        this.receivables = receivables;
        this.quotas = quotas;
        this.gifts = gifts;
        this.history = history;
    }

    ApprovalFacts approvalFacts(String number) {
        Order order = orders.lock(number);
        Map<ProductId, ProductView> goods = goods(order);
        List<Verdict> verdicts = verdicts(order, goods);
        history.keep(order, "approval", verdicts);
        CreditPosition credit = receivables.position(order.customer());
        return new ApprovalFacts(
                order.customerName(),
                order.total(),
                creditFree(order, credit),
                credit.overdue(),
                order.lines().stream().anyMatch(OrderLine::isBelowFloor),
                verdicts.stream().allMatch(Verdict::allowed),
                isControlled(goods.values()),
                quotas.beyond(order),
                order.lines().size(),
                order.revision());
    }

    /** An order that is paid before it is sent uses no credit, and waits for none. */
    private static Money creditFree(Order order, CreditPosition credit) {
        boolean paidBefore = order.payment() != PaymentMethod.CREDIT;
        return paidBefore && credit.free().isNegative() ? Money.ZERO : credit.free();
    }

    List<LineProblem> recheckLicences(String number, String point) {
        return recheckLicences(orders.lock(number), point);
    }

    /**
     * Empty when all lines pass, or all but gifts that the order goes on without; the verdicts are
     * kept.
     */
    List<LineProblem> recheckLicences(Order order, String point) {
        List<Verdict> verdicts = verdicts(order, goods(order));
        history.keep(order, point, verdicts);
        List<LineProblem> problems = new ArrayList<>();
        for (int line = 0; line < verdicts.size(); line++) {
            Verdict verdict = verdicts.get(line);
            if (!verdict.allowed()) {
                String evidence = verdict.evidence().toString();
                problems.add(
                        new LineProblem(
                                line, verdict.product(), LineRules.reason(verdict), evidence));
            }
        }
        if (!problems.isEmpty() && gifts.leaveOut(order, problems)) {
            history.keep(order, point, verdicts.stream().filter(Verdict::allowed).toList());
            return List.of();
        }
        if (!problems.isEmpty()) {
            String first = problems.getFirst().problem();
            history.note(order, "order.licence-stopped", OrderApprovals.PROCESS, first);
        }
        return problems;
    }

    private Map<ProductId, ProductView> goods(Order order) {
        return products.products(order.lines().stream().map(OrderLine::product).toList());
    }

    private List<Verdict> verdicts(Order order, Map<ProductId, ProductView> goods) {
        List<LicenceGate.Item> items =
                order.lines().stream()
                        .map(
                                line -> {
                                    ProductView product = goods.get(line.product());
                                    return new LicenceGate.Item(
                                            line.product(),
                                            product == null ? null : product.category());
                                })
                        .toList();
        return gate.check(order.customer(), items);
    }

    private static boolean isControlled(Collection<ProductView> goods) {
        return goods.stream()
                .map(ProductView::category)
                .anyMatch(category -> category != null && CONTROLLED.contains(category));
    }
}
