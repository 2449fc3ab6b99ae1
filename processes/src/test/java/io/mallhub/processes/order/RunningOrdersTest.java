package io.mallhub.processes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.order.OrderProcesses;
import io.mallhub.processes.fixture.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the mall learns of the process that an order runs in. */
class RunningOrdersTest extends ProcessTest {
    @Autowired private OrderProcesses running;
    @Autowired private JdbcClient jdbc;

    private final String number = newNumber("SO");

    @Test
    void anOrderOfTodayTakesPartsAndSoDoesOneThatNothingIsKnownOfYet() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");

        assertThat(running.takesParts(number)).isTrue();
        assertThat(running.takesParts(newNumber("SO"))).isTrue();
    }

    @Test
    void anOrderThatBeganInAVersionWithoutPartsTakesNone() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");
        jdbc.sql(
                        """
                        INSERT INTO engine.process_definition (key, process_id, version,
                            resource_name, bpmn_xml, deployed_at, deleted)
                        VALUES (-710, 'order-approval', 0, 'old.bpmn', '<definitions/>', now(), true)
                        """)
                .update();
        jdbc.sql(
                        "UPDATE engine.process_instance SET definition_key = -710 WHERE business_number = ?")
                .param(number)
                .update();

        assertThat(running.takesParts(number)).isFalse();
    }
}
