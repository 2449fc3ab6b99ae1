package io.mallhub.receipt;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static io.mallhub.fixture.ReceiptFixtures.RECORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.prepaid.TopUps;
import io.mallhub.prepaid.TopUps.RecordTopUp;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One transfer of the bank is one document, whatever it pays and whoever is at it at once. */
@MallTest
class OneTransferTest {
    @Autowired Receipts receipts;
    @Autowired TopUps topUps;
    @Autowired ReceiptFixtures paid;
    @Autowired CustomerFixtures customers;
    @Autowired JdbcClient jdbc;

    private final String reference = "ICBC " + UUID.randomUUID();
    private CustomerId customer;
    private CustomerId other;

    @BeforeEach
    void twoCustomers() {
        customer = customers.anActiveCustomer().id();
        other = customers.anActiveCustomer().id();
    }

    @Test
    void oneTransferIsOneReceiptHoweverItIsSpelled() {
        String number = receipt(customer, "10.00", reference);

        String spelledOtherwise = reference.toLowerCase().replace(" ", "");
        assertThat(receipts.record(paid.command(customer, "10.00", spelledOtherwise)))
                .isEqualTo(new RecordOutcome.Recorded(number, true));
        assertThat(receipts.record(paid.command(customer, "10.01", reference)))
                .isEqualTo(known(number));
        assertThat(receipts.record(paid.command(other, "10.00", reference)))
                .isEqualTo(known(number));
    }

    @Test
    void aTransferThatIsAReceiptIsNoTopUpAndTheOtherWayRound() {
        String receipt = receipt(customer, "10.00", reference);
        String topUp = topUp(other, "10.00", "other " + reference);

        assertThat(topUps.record(topUpOf(customer, "10.00", reference)))
                .isEqualTo(new TopUps.RecordOutcome.Refused("top-up.reference-known", receipt));
        assertThat(receipts.record(paid.command(other, "10.00", "other " + reference)))
                .isEqualTo(known(topUp));
    }

    @Test
    void whatWasTakenBackLetsItsTransferGo() {
        String receipt = receipt(customer, "10.00", reference);
        receipts.confirm(receipt, CONFIRMER);
        receipts.askReversal(receipt, "预付款误记", RECORDER);
        assertThat(topUps.record(topUpOf(customer, "10.00", reference)))
                .isInstanceOf(TopUps.RecordOutcome.Refused.class);
        receipts.reverse(receipt, CONFIRMER);

        String topUp = topUp(customer, "10.00", reference);
        topUps.refuse(topUp, "wrong", PrepaidFixtures.RECORDER);

        assertThat(receipt(customer, "10.00", reference)).isNotEqualTo(receipt);
    }

    @Test
    void recordedByManyAtOnceItIsOneReceipt() throws Exception {
        List<RecordOutcome> outcomes =
                AtOnce.run(8, i -> receipts.record(paid.command(customer, "10.00", reference)));

        assertThat(outcomes)
                .extracting(it -> ((RecordOutcome.Recorded) it).number())
                .containsOnly(holder());
        assertThat(outcomes)
                .filteredOn(it -> it instanceof RecordOutcome.Recorded done && !done.repeated())
                .hasSize(1);
    }

    @Test
    void recordedAsReceiptAndAsTopUpAtOnceItIsOneOfBoth() throws Exception {
        for (int round = 0; round < 10; round++) {
            String one = reference + "-" + round;

            List<Boolean> kept =
                    AtOnce.run(
                            8,
                            i ->
                                    i % 2 == 0
                                            ? isNew(receipts.record(receiptOf(i, one)))
                                            : isNew(topUps.record(topUpOf(i, one))));

            assertThat(kept).as(one).filteredOn(it -> it).hasSize(1);
            assertThat(count("receipt", one) + count("prepaid_top_up", one)).isEqualTo(1);
        }
    }

    @Test
    void theDatabaseKnowsNoReceiptAndNoTopUpWithoutItsTransfer() {
        String number = receipt(customer, "10.00", reference);

        assertThatThrownBy(
                        () ->
                                jdbc.sql("delete from bank_transfer where document = ?")
                                        .param(number)
                                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                """
                                                insert into bank_transfer
                                                    (document, reference, claimed_at)
                                                select 'X' || document, reference, now()
                                                from bank_transfer where document = ?
                                                """)
                                        .param(number)
                                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("bank_transfer_reference");
    }

    private Receipts.RecordReceipt receiptOf(int i, String one) {
        return paid.command(i % 4 < 2 ? customer : other, "10.00", one);
    }

    private RecordTopUp topUpOf(int i, String one) {
        return topUpOf(i % 4 < 2 ? customer : other, "10.00", one);
    }

    private static boolean isNew(RecordOutcome outcome) {
        return outcome instanceof RecordOutcome.Recorded done && !done.repeated();
    }

    private static boolean isNew(TopUps.RecordOutcome outcome) {
        return outcome instanceof TopUps.RecordOutcome.Recorded done && !done.repeated();
    }

    private long count(String table, String one) {
        return jdbc.sql("select count(*) from " + table + " where bank_reference = ?")
                .param(one.replace(" ", "").toUpperCase())
                .query(Long.class)
                .single();
    }

    private String holder() {
        return jdbc.sql("select number from receipt where bank_reference = ?")
                .param(reference.replace(" ", "").toUpperCase())
                .query(String.class)
                .single();
    }

    private String receipt(CustomerId whose, String amount, String one) {
        RecordOutcome outcome = receipts.record(paid.command(whose, amount, one));
        return ((RecordOutcome.Recorded) outcome).number();
    }

    private String topUp(CustomerId whose, String amount, String one) {
        TopUps.RecordOutcome outcome = topUps.record(topUpOf(whose, amount, one));
        return ((TopUps.RecordOutcome.Recorded) outcome).number();
    }

    private static RecordTopUp topUpOf(CustomerId whose, String amount, String one) {
        return new RecordTopUp(whose, Money.of(amount), one, "", PrepaidFixtures.RECORDER);
    }

    private static RecordOutcome known(String document) {
        return new RecordOutcome.Refused("receipt.reference-known", document);
    }
}
