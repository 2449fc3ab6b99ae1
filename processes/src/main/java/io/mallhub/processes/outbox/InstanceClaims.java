package io.mallhub.processes.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which process instance a business number belongs to. */
@Component
public class InstanceClaims {
    private final JdbcClient jdbc;

    InstanceClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Claims the number for the instance. False: another instance has it, this one must end. Safe
     * to repeat.
     */
    public boolean claim(String process, String businessNumber, long instanceKey) {
        int claimed =
                jdbc.sql(
                                """
                                INSERT INTO instance_claim (process, business_number, instance_key)
                                VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(process, businessNumber, instanceKey)
                        .update();
        return claimed == 1 || holder(process, businessNumber) == instanceKey;
    }

    private long holder(String process, String businessNumber) {
        return jdbc.sql(
                        """
                        SELECT instance_key FROM instance_claim
                        WHERE process = ? AND business_number = ?
                        """)
                .params(process, businessNumber)
                .query(Long.class)
                .single();
    }
}
