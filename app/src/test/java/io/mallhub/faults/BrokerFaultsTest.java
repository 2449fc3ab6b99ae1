package io.mallhub.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BrokerFaultsTest extends FaultTest {
    @Test
    void aKilledBrokerDelaysOrdersAndLosesNone() {
        OrdersUnderFire orders = orders("broker-killed");
        orders.order(mall().storefront(), 4);
        mall().killChild("broker");

        orders.order(mall().storefront(), 12);

        assertThat(orders.unanswered()).as("orders taken while the broker is down").isEmpty();
        assertClean("10", "kill -9 of the broker with orders on their way", orders);
    }

    /** The requests lie in the standing broker's queue, time out, and are sent again beside it. */
    @Test
    @Tag("slow")
    void aStartThatTimesOutAndIsRepeatedMakesOneInstance() {
        OrdersUnderFire orders = orders("create-repeated");
        mall().freezeChild("broker");
        orders.order(mall().storefront(), 6);
        await().atMost(Duration.ofSeconds(120))
                .until(() -> hub.toldInVain(orders.acknowledged()) == 6);
        mall().thawChild("broker");
        orders.drained(erp);
        hub.forgetThatTheEngineWasTold(orders.acknowledged());
        await().atMost(Duration.ofSeconds(120)).until(() -> hub.untold(orders.acknowledged()) == 0);

        assertClean("8", "start of the process timed out, then repeated", orders);
        assertThat(hub.workingInstances(orders.acknowledged())).isEqualTo(6);
    }
}
