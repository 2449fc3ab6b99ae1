package io.mallhub.commission;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Accounts that commission is paid into. A change is requested by one person, confirmed by another,
 * neither of them who is paid, and counts after a waiting time ({@code
 * mallhub.commission.payee-waiting}); until then the old account stays in force.
 */
public interface Payees {
    /** A change that waits for its second person is replaced only after that one has decided. */
    ChangeOutcome request(ChangePayee command);

    ChangeOutcome decide(long id, boolean confirm, Actor by);

    Optional<Payee> inForce(String beneficiary);

    /** Newest first, all versions. */
    List<Payee> history(String beneficiary);

    /** The newest version of each beneficiary; those that wait for a second person first. */
    Page<Payee> page(PageRequest page);

    record ChangePayee(
            String beneficiary,
            String holder,
            String bank,
            String account,
            String uscc,
            String phone,
            String address,
            Actor by) {}

    sealed interface ChangeOutcome {
        record Done(Payee payee) implements ChangeOutcome {}

        /**
         * @param why message key: payee.same-person, payee.own, payee.waiting-already,
         *     payee.decided-already, payee.incomplete, payee.unknown-beneficiary
         */
        record Refused(String why) implements ChangeOutcome {}
    }
}
