package io.mallhub.receipt;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.FourEyesProof;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Accounts.CreateStaff;
import io.mallhub.identity.Delegations;
import io.mallhub.identity.Delegations.GiveRole;
import io.mallhub.identity.Role;
import io.mallhub.receipt.Receipts.DecideOutcome;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person of sales does the tasks of a colleague of finance: the two are one pair of eyes. */
@MallTest
class ReceiptsThroughDelegationTest {
    private static final DecideOutcome DONE = new DecideOutcome.Done();

    @Autowired Receipts receipts;
    @Autowired ReceiptFixtures paid;
    @Autowired CustomerFixtures customers;
    @Autowired Accounts accounts;
    @Autowired Delegations delegations;
    @Autowired FourEyesProof proof;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private Actor principal;
    private Actor deputy;
    private CustomerId customer;

    @BeforeEach
    void aDelegation() {
        customer = customers.anActiveCustomer().id();
        principal = staff(Role.FINANCE);
        deputy = staff(Role.SALES);
        LocalDate today = MallTime.today(clock);
        delegations.give(
                new GiveRole(
                        principal.id(), deputy.id(), Role.FINANCE, today, today, "休假", principal));
    }

    @Test
    void whoStandsInForTheRecorderIsTheRecorderToo() {
        String byPrincipal = recordedBy(principal);
        String byDeputy = recordedBy(deputy);

        assertThat(receipts.confirm(byPrincipal, deputy)).isEqualTo(refused("recorder"));
        assertThat(receipts.confirm(byDeputy, principal)).isEqualTo(refused("recorder"));
        assertThat(receipts.confirm(byDeputy, deputy)).isEqualTo(refused("recorder"));
        assertThat(receipts.confirm(byPrincipal, CONFIRMER)).isEqualTo(DONE);
        assertThat(receipts.confirm(byDeputy, CONFIRMER)).isEqualTo(DONE);

        assertNoBreachOf(byPrincipal);
        assertNoBreachOf(byDeputy);
        assertThat(partsOf(byDeputy, "principal")).containsExactly("record");
    }

    @Test
    void whoStandsInForTheOneThatAskedTakesNothingBack() {
        String number = paid.booked(customer, "10.00");
        receipts.askReversal(number, "退汇", deputy);

        assertThat(receipts.reverse(number, principal)).isEqualTo(refused("asker"));
        assertThat(receipts.reverse(number, deputy)).isEqualTo(refused("asker"));
        receipts.declineReversal(number, principal);
        receipts.askReversal(number, "退汇", CONFIRMER);
        assertThat(receipts.reverse(number, deputy)).isEqualTo(DONE);

        assertNoBreachOf(number);
    }

    private List<String> partsOf(String number, String whose) {
        return jdbc.sql("select part from stand_in where subject = ? and " + whose + " = ?")
                .params(number, principal.id())
                .query(String.class)
                .list();
    }

    private void assertNoBreachOf(String number) {
        assertThat(proof.verify().breaches()).noneMatch(it -> it.subject().startsWith(number));
    }

    private String recordedBy(Actor by) {
        RecordOutcome outcome =
                receipts.record(
                        new RecordReceipt(
                                customer,
                                Money.of("10.00"),
                                "R" + UUID.randomUUID(),
                                MallTime.today(clock),
                                "",
                                List.of(),
                                by));
        return ((RecordOutcome.Recorded) outcome).number();
    }

    private Actor staff(Role role) {
        return accounts.createStaff(
                        new CreateStaff(
                                "s" + UUID.randomUUID(),
                                "某人",
                                "a long password 1",
                                Set.of(role),
                                Actor.system("test")))
                .actor();
    }

    private static DecideOutcome refused(String why) {
        return new DecideOutcome.Refused("receipt." + why);
    }
}
