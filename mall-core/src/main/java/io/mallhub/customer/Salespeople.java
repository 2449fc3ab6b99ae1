package io.mallhub.customer;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who sells to which company. Whoever invited it, from the beginning; else, when it becomes a
 * customer, who sells in its region ({@link SalesRegions}) and has not judged it; and later whoever
 * it is given to. Each change is kept with its time: four eyes are proven by who it was then.
 */
public interface Salespeople {
    /**
     * Gives a customer to another one, with a reason. Audited; a refused attempt at one's own too.
     */
    AssignOutcome assign(CustomerId customer, String salesperson, String reason, Actor by);

    /** Newest first. */
    List<Term> of(CustomerId customer);

    /** Customers that nobody sells to, by number. */
    Page<CustomerView> nobodys(PageRequest page);

    /**
     * @param salesperson login; null: nobody
     * @param by name of who said so
     * @param reason empty where the company came so, or its region says it
     */
    record Term(@Nullable String salesperson, Instant since, String by, String reason) {}

    sealed interface AssignOutcome {
        record Assigned() implements AssignOutcome {}

        /**
         * @param why message key: salesperson.not-staff, salesperson.own (nobody gives himself a
         *     company, or his own away), salesperson.unknown, salesperson.same,
         *     salesperson.no-customer, salesperson.reason-missing
         */
        record Refused(String why) implements AssignOutcome {}
    }
}
