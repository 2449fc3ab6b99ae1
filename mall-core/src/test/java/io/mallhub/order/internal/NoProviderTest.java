package io.mallhub.order.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.audit.AuditLog;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.order.PaymentMethod;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.receipt.OrderTransfers;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A mall without a payment provider and without an account to transfer to. */
@MallTest
class NoProviderTest {
    @Autowired PaymentRuleTable rules;
    @Autowired Clock clock;
    @Autowired Customers known;
    @Autowired AuditLog audit;
    @Autowired CustomerFixtures customers;

    @Test
    void nobodyMayPayOnlineWithoutAProviderNorByTransferWithoutAnAccount() {
        OnlinePayments none = mock();
        when(none.isOffered()).thenReturn(false);
        OrderTransfers nowhere = mock();
        when(nowhere.isOffered()).thenReturn(false);
        var methods =
                new StoredPaymentMethods(rules, known, any -> true, none, nowhere, audit, clock);

        assertThat(methods.offered()).containsOnly(PaymentMethod.CREDIT, PaymentMethod.PREPAID);
        assertThat(methods.allowed(customers.anActiveCustomer().id()))
                .containsOnly(PaymentMethod.CREDIT, PaymentMethod.PREPAID);
    }
}
