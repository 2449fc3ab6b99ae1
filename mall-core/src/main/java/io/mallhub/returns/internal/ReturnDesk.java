package io.mallhub.returns.internal;

import io.mallhub.order.Orders;
import io.mallhub.order.TimelineEntry;
import io.mallhub.returns.ErpReturnReceived;
import io.mallhub.returns.InspectReturn;
import io.mallhub.returns.ReceiveReturn;
import io.mallhub.returns.ReturnApproved;
import io.mallhub.returns.ReturnOfOrder;
import io.mallhub.returns.ReturnRow;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.ReturnWithdrawRequested;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Reversal;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.SubmitReturnOutcome;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk where returns are taken, moved and read; each of its parts does one leg of the way. */
@Service
@RetriedTransaction
class ReturnDesk implements Returns {
    private final ReturnSubmission submission;
    private final ReturnDecisions decisions;
    private final ReturnSending sending;
    private final Quarantine quarantine;
    private final Inspection inspection;
    private final ReturnEnding ending;
    private final OpenReturns open;
    private final ReturnRepository returns;
    private final ReturnViews views;
    private final ReturnRows rows;
    private final ReturnHistory history;
    private final ReturnNotices notices;
    private final ShippedGoods shipped;
    private final Orders orders;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReturnDesk(
            ReturnSubmission submission,
            ReturnDecisions decisions,
            ReturnSending sending,
            Quarantine quarantine,
            Inspection inspection,
            ReturnEnding ending,
            OpenReturns open,
            ReturnRepository returns,
            ReturnViews views,
            ReturnRows rows,
            ReturnHistory history,
            ReturnNotices notices,
            ShippedGoods shipped,
            Orders orders,
            ApplicationEventPublisher events,
            Clock clock) {
        this.submission = submission;
        this.decisions = decisions;
        this.sending = sending;
        this.quarantine = quarantine;
        this.inspection = inspection;
        this.ending = ending;
        this.open = open;
        this.returns = returns;
        this.views = views;
        this.rows = rows;
        this.history = history;
        this.notices = notices;
        this.shipped = shipped;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public SubmitReturnOutcome submit(SubmitReturn command) {
        return submission.submit(command);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReturnableLine> returnable(CustomerId company, String orderNumber) {
        return orders.orderOf(company, orderNumber).map(shipped::of).orElse(List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Reversal preview(SubmitReturn command) {
        return orders.orderOf(command.company(), command.orderNumber())
                .map(order -> views.preview(command, order))
                .orElseThrow(
                        () -> new IllegalArgumentException("No order " + command.orderNumber()));
    }

    @Override
    @Transactional(readOnly = true)
    public EligibilityFacts facts(String number) {
        return views.facts(returns.findByNumber(number).orElseThrow());
    }

    @Override
    public void startReview(String number) {
        ReturnRequest it = open.lock(number);
        if (it.startReview()) {
            history.note(it, "return.in-review", ReturnEnding.PROCESS, "");
        }
    }

    @Override
    public ActOutcome review(String number, boolean agreed, String reason, Actor by) {
        return decisions.review(number, agreed, reason, by);
    }

    @Override
    public void approve(String number) {
        ReturnRequest it = open.lock(number);
        if (it.approve()) {
            history.note(it, "return.approved", ReturnEnding.PROCESS, "");
            notices.approved(it);
            events.publishEvent(new ReturnApproved(it.number(), it.orderNumber()));
        }
    }

    @Override
    public void refuse(String number, String reason) {
        if (!ending.withoutGoods(number, ReturnState.REFUSED, "return.refused", reason)) {
            throw new IllegalStateException("The goods of " + number + " are there");
        }
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
        sending.sent(number, erpNumber);
    }

    @Override
    public void recordOutcomeUnknown(String number, String detail) {
        sending.outcomeUnknown(number, detail);
    }

    @Override
    public void recordVoided(String number, String detail) {
        sending.voided(number, detail);
    }

    @Override
    public ActOutcome receive(ReceiveReturn command) {
        return quarantine.receive(command);
    }

    @Override
    public ActOutcome recordErpReceipt(ErpReturnReceived command) {
        return quarantine.receive(command);
    }

    @Override
    public ActOutcome inspect(InspectReturn command) {
        return inspection.inspect(command);
    }

    @Override
    public ActOutcome decideRefund(String number, boolean agreed, String reason, Actor by) {
        return decisions.decideRefund(number, agreed, reason, by);
    }

    @Override
    public void settle(String number) {
        ending.settle(number);
    }

    @Override
    public Optional<String> placeExchange(String number) {
        return ending.placeExchange(number);
    }

    @Override
    public void complete(String number) {
        ending.complete(number);
    }

    @Override
    public WithdrawOutcome requestWithdrawal(CustomerId company, String number, Actor by) {
        ReturnRequest it = open.lock(number);
        if (!it.customer().equals(company)) {
            throw new IllegalArgumentException("No return " + number);
        }
        return requestEnd(it, "", by, false);
    }

    @Override
    public WithdrawOutcome takeBack(String number, String reason, Actor by) {
        return requestEnd(open.lock(number), reason, by, true);
    }

    private WithdrawOutcome requestEnd(ReturnRequest it, String reason, Actor by, boolean byDesk) {
        if (!it.state().isBeforeGoods()) {
            return new WithdrawOutcome.TooLate(it.state());
        }
        history.note(it, byDesk ? "return.taken-back" : "return.withdraw-requested", by, reason);
        events.publishEvent(
                new ReturnWithdrawRequested(
                        it.number(), reason, by.name(), byDesk, clock.instant()));
        return new WithdrawOutcome.Requested();
    }

    @Override
    public boolean withdraw(String number, String reason) {
        return ending.withoutGoods(number, ReturnState.WITHDRAWN, "return.withdrawn", reason);
    }

    @Override
    public boolean lapse(String number) {
        return ending.withoutGoods(number, ReturnState.LAPSED, "return.lapsed", "");
    }

    @Override
    public void noteReminder(String number) {
        history.note(open.lock(number), "return.reminded", ReturnEnding.PROCESS, "");
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReturnView> find(String number) {
        return returns.findByNumber(number).map(views::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReturnView> findOf(CustomerId company, String number) {
        return returns.findByNumber(number)
                .filter(it -> it.customer().equals(company))
                .map(views::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ReturnRow> page(ReturnQuery query, PageRequest page) {
        return rows.page(ReturnFilter.of(query), page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ReturnOfOrder> ofOrder(String orderNumber) {
        return views.ofOrder(returns.ofOrder(orderNumber));
    }

    @Override
    @Transactional(readOnly = true)
    public List<TimelineEntry> timeline(String number) {
        return history.timeline(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerId, Quantity> returned(ProductId product, String batch) {
        return rows.returned(product, batch);
    }
}
