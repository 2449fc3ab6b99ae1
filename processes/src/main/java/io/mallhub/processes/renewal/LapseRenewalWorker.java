package io.mallhub.processes.renewal;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.customer.RenewalView;
import io.mallhub.customer.Renewals;
import io.mallhub.order.OrderRow;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The document has expired without a new one: the gate locks by its date; the company and the desks
 * are told, with the open orders it touches.
 */
@Component
class LapseRenewalWorker implements Worker<LapseRenewalWorker.In> {
    /** More orders than this in one state are not listed by number. */
    private static final PageRequest LISTED = PageRequest.first(50);

    private final Renewals renewals;
    private final Orders orders;
    private final RenewalNotices notices;

    LapseRenewalWorker(Renewals renewals, Orders orders, RenewalNotices notices) {
        this.renewals = renewals;
        this.orders = orders;
        this.notices = notices;
    }

    record In(String renewalNumber) {}

    @Override
    public JobType type() {
        return QualificationRenewal.LAPSE;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        renewals.lapse(in.renewalNumber());
        RenewalView renewal = renewals.renewal(in.renewalNumber()).orElseThrow();
        notices.lapsed(renewal, openOrders(renewal.customer()));
        return Outcome.complete();
    }

    private List<String> openOrders(CustomerId customer) {
        return Arrays.stream(OrderState.values())
                .filter(state -> !state.isEnd())
                .map(state -> new OrderQuery(customer, state, null, null, null, null))
                .flatMap(query -> orders.page(query, LISTED).items().stream())
                .map(OrderRow::number)
                .toList();
    }
}
