package io.mallhub.processes.repair;

import io.mallhub.processes.Instances.State;
import io.mallhub.processes.repair.Patient.OpenIncident;
import io.mallhub.processes.repair.Patient.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads many instances with three queries for every {@value #PART}. */
@Component
class Patients {
    private static final int PART = 500;
    private final JdbcClient jdbc;

    Patients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order asked for; unknown ones are left out. */
    List<Patient> all(List<Long> keys) {
        Map<Long, Patient> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += PART) {
            read(keys.subList(from, Math.min(from + PART, keys.size())), found);
        }
        return keys.stream().filter(found::containsKey).map(found::get).toList();
    }

    private void read(List<Long> keys, Map<Long, Patient> found) {
        jdbc.sql(
                        """
                        SELECT key, coalesce(business_number, '') AS number, state, definition_key
                        FROM engine.process_instance WHERE key IN (:keys)
                        """)
                .param("keys", keys)
                .query(
                        row -> {
                            long key = row.getLong("key");
                            found.put(
                                    key,
                                    new Patient(
                                            key,
                                            row.getString("number"),
                                            State.valueOf(row.getString("state")),
                                            row.getLong("definition_key"),
                                            new ArrayList<>(),
                                            new ArrayList<>()));
                        });
        jdbc.sql(
                        """
                        SELECT process_instance_key, key, element_id FROM engine.element_instance
                        WHERE process_instance_key IN (:keys) AND state = 'ACTIVE' ORDER BY key
                        """)
                .param("keys", keys)
                .query(
                        row -> {
                            Patient patient = found.get(row.getLong(1));
                            if (patient != null) {
                                patient.tokens().add(new Token(row.getLong(2), row.getString(3)));
                            }
                        });
        jdbc.sql(
                        """
                        SELECT process_instance_key, key, job_key, element_id,
                            engine.cause_group(process_id, element_id, error_type, cause)
                        FROM engine.incident
                        WHERE process_instance_key IN (:keys) AND state = 'OPEN' ORDER BY key
                        """)
                .param("keys", keys)
                .query(
                        row -> {
                            Patient patient = found.get(row.getLong(1));
                            if (patient != null) {
                                patient.incidents()
                                        .add(
                                                new OpenIncident(
                                                        row.getLong(2),
                                                        row.getObject(3, Long.class),
                                                        row.getString(4),
                                                        row.getString(5)));
                            }
                        });
    }
}
