package io.mallhub.order.internal;

import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.order.TimelineEntry;
import io.mallhub.shared.Actor;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What happened to orders, in their own words and with the evidence. */
@Component
class OrderHistory {
    private final EntityManager entities;
    private final Clock clock;

    OrderHistory(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    void note(Order order, String what, Actor by, String detail) {
        note(order.number(), what, by, detail);
    }

    void note(String number, String what, Actor by, String detail) {
        entities.persist(new TimelineRecord(number, clock.instant(), what, by.name(), detail));
    }

    /** With its entry in the timeline, of the same instant. */
    void keep(OrderChange change) {
        entities.persist(change);
        entities.persist(change.entry());
    }

    /** Oldest first; most orders were never changed, and nothing is read of them. */
    List<OrderChange> changes(Order order) {
        if (order.revision() == 0) {
            return List.of();
        }
        return entities.createQuery(
                        "select c from OrderChange c where c.orderNumber = :number"
                                + " order by c.revision",
                        OrderChange.class)
                .setParameter("number", order.number())
                .getResultList();
    }

    void keep(Order order, String point, List<Verdict> verdicts) {
        entities.persist(new LicenceCheck(order.number(), point, clock.instant(), verdicts));
    }

    List<TimelineEntry> timeline(String number) {
        return entities.createQuery(
                        "select t from TimelineRecord t where t.orderNumber = :number"
                                + " order by t.at, t.id",
                        TimelineRecord.class)
                .setParameter("number", number)
                .getResultStream()
                .map(TimelineRecord::entry)
                .toList();
    }

    Optional<LicenceCheck> latestCheck(String number) {
        return entities.createQuery(
                        "select c from LicenceCheck c where c.orderNumber = :number"
                                + " order by c.at desc, c.id desc",
                        LicenceCheck.class)
                .setParameter("number", number)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
