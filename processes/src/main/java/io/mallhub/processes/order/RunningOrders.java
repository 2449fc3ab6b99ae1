package io.mallhub.processes.order;

import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.OrderProcesses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which version of the process orders run in, from what the exporter wrote: the definition itself
 * says whether it listens to the message.
 */
@Component
class RunningOrders implements OrderProcesses {
    private final JdbcClient jdbc;

    RunningOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean takesParts(String orderNumber) {
        return jdbc.sql(
                        """
                        SELECT NOT EXISTS (
                            SELECT FROM engine.process_instance i
                            JOIN engine.process_definition d ON d.key = i.definition_key
                            WHERE i.business_number = :number AND i.process_id = :process
                                AND i.state = 'ACTIVE' AND position(:message IN d.bpmn_xml) = 0)
                        """)
                .param("number", orderNumber)
                .param("process", OrderApproval.ID)
                .param("message", OrderApproval.PART_CANCEL_REQUESTED)
                .query(Boolean.class)
                .single();
    }
}
