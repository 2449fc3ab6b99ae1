package io.mallhub.commission;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each beneficiary earned in a month, line by line. An entry stands on one statement at a
 * time; what was held, or came to nothing, goes to a later one.
 */
public interface Statements {
    /**
     * Wants the payout of a month that is over; publishes {@link PayoutRequested}. Once for each
     * month: again changes nothing.
     *
     * @throws IllegalArgumentException for a month that is not over
     */
    void requestPayout(YearMonth month, Actor by);

    /** Makes the statements of a month; again gives the same ones. */
    List<String> compute(YearMonth month, Actor by);

    /** Months asked for or computed, newest first. */
    List<YearMonth> months();

    Optional<StatementView> statement(String number);

    /** As {@link #statement}, but only their own, once published. */
    Optional<StatementView> statementOf(String beneficiary, String number);

    Page<StatementRow> page(StatementQuery query, PageRequest page);

    /**
     * Holds the lines that come from a company linked to who is paid: same USCC, phone, contact,
     * account holder or address. Repeatable; lines a person has cleared stay cleared.
     */
    List<Link> checkPayee(String number);

    /**
     * Not linked after all, as a person says: the lines count again. Refused to who is paid and to
     * who decided a step of the payout; who says it decides none. Whoever stands in for another is
     * that other, too.
     */
    ActOutcome clearLinks(String number, String reason, Actor by);

    /** Opens the dispute window; publishes {@link StatementPublished}. Idempotent. */
    void publish(String number);

    /** The beneficiary agrees; publishes {@link StatementConfirmed}. */
    ActOutcome confirm(String number, Actor by);

    /** Holds this one line; publishes {@link LineDisputed}. */
    ActOutcome dispute(String number, long entry, String words, Actor by);

    /**
     * Refused to who is paid. Who puts a line right decides no step of the payout it goes into.
     *
     * @param amount what the line should have earned, when upheld; else null
     */
    ActOutcome resolve(
            long dispute, boolean upheld, @Nullable Money amount, String answer, Actor by);

    /** Derives every cent again from orders, rules and returns; empty when all is proven. */
    List<Difference> prove(String number);

    /** Null means any. */
    record StatementQuery(
            @Nullable YearMonth month,
            @Nullable StatementState state,
            @Nullable String beneficiary) {}

    /**
     * @param what message key: link.uscc, link.phone, link.contact, link.holder, link.address,
     *     link.own-company
     */
    record Link(CustomerId customer, String company, String what, String value) {}

    /**
     * @param entry 0 when it is about the statement or the balance
     * @param what message key: proof.order-line, proof.rule, proof.rate, proof.amount,
     *     proof.claw-back, proof.bonus, proof.reversal, proof.balance
     */
    record Difference(long entry, String what, String expected, String found) {}

    sealed interface ActOutcome {
        record Done() implements ActOutcome {}

        /**
         * @param why message key: statement.not-yours, statement.window-closed,
         *     statement.not-earned, statement.disputed-already, statement.resolved-already,
         *     statement.words-missing, payout.own, payout.not-staff, payout.other-step
         */
        record Refused(String why) implements ActOutcome {}
    }
}
