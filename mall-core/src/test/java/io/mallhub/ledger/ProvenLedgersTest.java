package io.mallhub.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class ProvenLedgersTest {
    @Autowired List<ProvenLedger> ledgers;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired JdbcClient jdbc;

    @Test
    void everyLedgerOfMoneyProvesItself() {
        assertThat(ledgers)
                .extracting(ProvenLedger::name)
                .containsExactlyInAnyOrder(
                        "receivables",
                        "prepaid",
                        "own-top-ups",
                        "payments",
                        "coupon-charges",
                        "order-transfers",
                        "commission",
                        "coupons",
                        "points",
                        "promotions",
                        "flash-sales");
    }

    @Test
    void everyLedgerKnowsHowMuchThereIsToProve() {
        trade.giveCredit(customers.anActiveCustomer().id(), "1000.00");

        assertThat(receivables().size().accounts()).isPositive();
        assertThat(ledgers).allSatisfy(it -> assertThat(it.size().entries()).isNotNegative());
    }

    @Test
    void anAccountWhoseBalanceWasChangedByHandIsFound() {
        CustomerId customer = customers.anActiveCustomer().id();
        trade.giveCredit(customer, "1000.00");
        change(customer, "+ 0.01");
        try {
            assertThat(receivables().unprovenAccounts()).containsExactly(customer.toString());
        } finally {
            change(customer, "- 0.01");
        }
        assertThat(receivables().unprovenAccounts()).isEmpty();
    }

    private ProvenLedger receivables() {
        return ledgers.stream()
                .filter(ledger -> ledger.name().equals("receivables"))
                .findFirst()
                .orElseThrow();
    }

    private void change(CustomerId customer, String how) {
        jdbc.sql(
                        "UPDATE receivable_account SET balance = balance "
                                + how
                                + " WHERE customer_id = ?")
                .param(customer.value())
                .update();
    }
}
