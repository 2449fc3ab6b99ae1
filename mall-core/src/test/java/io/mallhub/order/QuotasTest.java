package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.order.Quotas.PutOutcome;
import io.mallhub.order.Quotas.PutQuota;
import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A product of which one company may order 20 in 30 days. */
class QuotasTest extends OrderTest {
    private static final Actor QUALITY = Actor.staff("zhi", "质小管");

    @Autowired Quotas quotas;

    private ProductId product;

    @BeforeEach
    void aProductWithAQuota() {
        product = trade.aProduct("1.00", 1000);
        put("20", 30);
    }

    @Test
    void theOrderThatGoesBeyondIsNamedWithItsFigures() {
        String first = placed(12);
        String second = placed(8);
        String third = placed(1);

        assertThat(facts(first).overQuota()).as("21 by now").isTrue();
        orders.cancel(third, "no", DESK);
        assertThat(facts(first).overQuota()).isFalse();
        assertThat(facts(second).quota()).isEmpty();

        String fourth = placed(5);
        String code = order(fourth).lines().getFirst().code();
        assertThat(facts(fourth).quota()).isEqualTo(code + ": 25 > 20 / 30 d");
    }

    @Test
    void severalLinesOfOneProductCountTogetherAndOtherCompaniesDoNot() {
        String two = trade.submitted(anOrderOf(customer, line(product, 12), line(product, 9)));
        String foreign =
                trade.submitted(anOrderOf(customers.anActiveCustomer().id(), line(product, 20)));

        assertThat(facts(two).quota()).contains("21 > 20");
        assertThat(facts(foreign).overQuota()).isFalse();
    }

    @Test
    void afterItsDaysWhatWasOrderedCountsNoMore() {
        placed(20);
        clock.advance(Duration.ofDays(29));
        assertThat(facts(placed(1)).overQuota()).isTrue();

        clock.advance(Duration.ofDays(1));
        assertThat(facts(placed(19)).overQuota()).isFalse();
    }

    @Test
    void theNewestQuotaCountsAndNoneIsOne() {
        String number = placed(20);

        put("10", 30);
        assertThat(facts(number).quota()).contains("20 > 10");
        put(null, 30);
        assertThat(facts(number).overQuota()).isFalse();
        assertThat(quotas.of(product)).extracting(Quotas.Quota::most).startsWith((Quantity) null);
        assertThat(quotas.of(product)).hasSize(3);
    }

    @Test
    void slipsAreRefused() {
        assertThat(quotas.put(new PutQuota(product, Quantity.of(1), 0, "why", QUALITY)))
                .isEqualTo(new PutOutcome.Refused("quota.days"));
        assertThat(quotas.put(new PutQuota(product, Quantity.of(1), 1, " ", QUALITY)))
                .isEqualTo(new PutOutcome.Refused("quota.reason"));
        assertThat(quotas.put(new PutQuota(product, Quantity.of(1), 1, "why", BUYER)))
                .isEqualTo(new PutOutcome.Refused("quota.not-staff"));
    }

    private void put(@Nullable String most, int days) {
        Quantity quantity = most == null ? null : Quantity.typed(most).orElseThrow();
        assertThat(quotas.put(new PutQuota(product, quantity, days, "含麻黄碱", QUALITY)))
                .isEqualTo(new PutOutcome.Put());
    }

    private String placed(long quantity) {
        return trade.submitted(anOrderOf(customer, line(product, quantity)));
    }

    private Orders.ApprovalFacts facts(String number) {
        return orders.approvalFacts(number);
    }
}
