package io.mallhub.receipt;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.receipt.Debtors.Debtor;
import io.mallhub.receipt.Debtors.DebtorQuery;
import io.mallhub.receipt.Debtors.Only;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class DebtorsTest {
    @Autowired Debtors debtors;
    @Autowired Receivables receivables;
    @Autowired ReceiptFixtures paid;
    @Autowired CustomerFixtures customers;

    private CustomerView customer;

    @BeforeEach
    void aCustomerThatOwes() {
        customer = customers.anActiveCustomer();
        receivables.setCredit(customer.id(), Money.of("500.00"), 30, CONFIRMER);
        receivables.post(
                customer.id(),
                "SO" + UUID.randomUUID(),
                Money.of("300.00"),
                LocalDate.of(2026, 11, 23),
                CONFIRMER);
        receivables.post(
                customer.id(),
                "SO" + UUID.randomUUID(),
                Money.of("100.00"),
                LocalDate.of(2026, 12, 24),
                CONFIRMER);
        receivables.commit(customer.id(), "SO" + UUID.randomUUID(), Money.of("200.00"));
    }

    @Test
    void eachIsListedAsTheLedgerReckonsIt() {
        paid.booked(customer.id(), "50.00");

        assertThat(found(Only.ALL))
                .containsExactly(
                        new Debtor(
                                customer.id(),
                                customer.number(),
                                customer.company().name(),
                                Money.of("500.00"),
                                Money.of("350.00"),
                                Money.of("550.00"),
                                Money.of("250.00"),
                                Money.of("-50.00")));
        assertThat(receivables.position(customer.id()).overdue()).isEqualTo(Money.of("250.00"));
    }

    @Test
    void thoseWhoOweAndThoseWhoOverpaidAreToldApart() {
        assertThat(found(Only.OVERDUE)).hasSize(1);
        assertThat(found(Only.OVER_LIMIT)).hasSize(1);
        assertThat(found(Only.OVERPAID)).isEmpty();

        paid.booked(customer.id(), "450.00");

        assertThat(found(Only.OVERPAID)).hasSize(1);
        assertThat(found(Only.OWING)).isEmpty();
        assertThat(found(Only.OVERDUE)).isEmpty();
    }

    @Test
    void theyAreSortedByWhatIsAskedForAndByNothingElse() {
        for (String key : List.of("name", "number", "limit", "balance", "used", "free")) {
            assertThat(debtors.page(DebtorQuery.ALL, new PageRequest(0, 5, "-" + key)).items())
                    .isNotEmpty();
        }
        assertThat(debtors.page(DebtorQuery.ALL, new PageRequest(0, 200, "-overdue")).items())
                .extracting(Debtor::overdue)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThatThrownBy(() -> debtors.page(DebtorQuery.ALL, new PageRequest(0, 5, "1;drop")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(debtors.page(new DebtorQuery("%", Only.ALL), PageRequest.first(5)).total())
                .isZero();
    }

    @Test
    void allTogetherSayHowManyReceiptsWait() {
        var before = debtors.totals();

        paid.recorded(customer.id(), "50.00");

        assertThat(debtors.totals().toConfirm()).isEqualTo(before.toConfirm() + 1);
        assertThat(debtors.totals().toTakeBack()).isEqualTo(before.toTakeBack());
        assertThat(debtors.totals().balance()).isEqualTo(before.balance());
        assertThat(before.overdue()).isGreaterThanOrEqualTo(Money.of("300.00"));
    }

    private List<Debtor> found(Only only) {
        return debtors.page(new DebtorQuery(customer.number(), only), PageRequest.first(9)).items();
    }
}
