package io.mallhub.order.internal;

import io.mallhub.order.ChangeOrder;
import io.mallhub.order.ChangeOutcome;
import io.mallhub.order.Explanation;
import io.mallhub.order.OrderRow;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.order.TimelineEntry;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RetriedTransaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk where orders are taken, moved and read; each of its parts does one leg of the way. */
@Service
@RetriedTransaction
class OrderDesk implements Orders {
    private final OrderSubmission submission;
    private final OrderChecks checks;
    private final OrderChanges changes;
    private final OrderApprovals approvals;
    private final OrderSending sending;
    private final OrderShipping shipping;
    private final OrderEnding ending;
    private final OrderViews views;
    private final OrderRows rows;
    private final OrderHistory history;

    OrderDesk(
            OrderSubmission submission,
            OrderChecks checks,
            OrderChanges changes,
            OrderApprovals approvals,
            OrderSending sending,
            OrderShipping shipping,
            OrderEnding ending,
            OrderViews views,
            OrderRows rows,
            OrderHistory history) {
        this.submission = submission;
        this.checks = checks;
        this.changes = changes;
        this.approvals = approvals;
        this.sending = sending;
        this.shipping = shipping;
        this.ending = ending;
        this.views = views;
        this.rows = rows;
        this.history = history;
    }

    @Override
    public SubmitOutcome submit(SubmitOrder command) {
        return submission.submit(command);
    }

    @Override
    public ApprovalFacts approvalFacts(String number) {
        return checks.approvalFacts(number);
    }

    @Override
    public ChangeOutcome change(ChangeOrder command) {
        return changes.change(command);
    }

    @Override
    public void recordStops(String number, int revision, List<OrderView.Stop> stops) {
        approvals.recordStops(number, revision, stops);
    }

    @Override
    public ApprovalOutcome recordApproval(
            String number, int revision, String group, boolean approved, String reason, Actor by) {
        return approvals.decide(number, revision, group, approved, reason, by);
    }

    @Override
    public Approved approve(String number, int revision) {
        return approvals.approve(number, revision);
    }

    @Override
    @Transactional(readOnly = true)
    public Keeping keeping(String number, Map<Integer, Quantity> kept) {
        return views.keeping(number, kept);
    }

    @Override
    public void giveCouponsBack(
            String number, Map<Integer, Quantity> kept, String reason, Actor by) {
        ending.giveCouponsBack(number, kept, reason, by);
    }

    @Override
    public void refund(String number, String creditNote, Money amount, String reason, Actor by) {
        ending.refund(number, creditNote, amount, reason, by);
    }

    @Override
    public List<SubmitOutcome.LineProblem> recheckLicences(String number, String point) {
        return checks.recheckLicences(number, point);
    }

    @Override
    public Sending startSending(String number) {
        return sending.start(number);
    }

    @Override
    public void recordNotSent(String number, String detail) {
        sending.notSent(number, detail);
    }

    @Override
    public void recordSent(String number, String erpNumber, Instant erpTime) {
        sending.sent(number, erpNumber, erpTime);
    }

    @Override
    public void recordOutcomeUnknown(String number, String detail) {
        sending.outcomeUnknown(number, detail);
    }

    @Override
    public void recordErpAnswer(String number, boolean accepted, String erpWords, Instant erpTime) {
        sending.answered(number, accepted, erpWords, erpTime);
    }

    @Override
    public ShipmentOutcome recordShipment(ReportShipment report) {
        return shipping.record(report);
    }

    @Override
    public void recordVoided(String number, String detail) {
        sending.voided(number, detail);
    }

    @Override
    public void recordVoided(String number, Collection<String> erpNumbers, String detail) {
        sending.voided(number, erpNumbers, detail);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> erpNumbersLeft(String number) {
        return sending.erpNumbersLeft(number);
    }

    @Override
    public void reject(String number, String reason, Actor by) {
        ending.reject(number, reason, by);
    }

    @Override
    public CancelOutcome requestCancel(String number, String reason, Actor by) {
        return ending.requestCancel(number, reason, by);
    }

    @Override
    public void cancel(String number, String reason, Actor by) {
        ending.cancel(number, reason, by);
    }

    @Override
    public void complete(String number) {
        ending.complete(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OrderView> order(String number) {
        return views.view(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(String number) {
        return views.standing(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OrderView> orderOf(CustomerId company, String number) {
        return views.view(number).filter(order -> order.customer().equals(company));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<CustomerId> orderedSince(Instant since, Collection<CustomerId> companies) {
        return rows.orderedSince(since, companies);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<OrderRow> page(OrderQuery query, PageRequest page) {
        return rows.page(OrderFilter.of(query), page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<OrderRow> pageOf(Collection<CustomerId> companies, PageRequest page) {
        return rows.page(OrderFilter.of(companies), page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> openWith(ProductId product) {
        return rows.openWith(product);
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> openOf(CustomerId company) {
        return rows.openOf(company);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Explanation> explanations(String number) {
        return views.explanations(number);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(String number) {
        return history.timeline(number);
    }
}
