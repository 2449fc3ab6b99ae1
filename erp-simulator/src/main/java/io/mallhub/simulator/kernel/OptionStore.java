package io.mallhub.simulator.kernel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the {@link Options} in the database. */
@Component
public class OptionStore {

    private final JdbcClient jdbc;

    OptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Options current() {
        return jdbc.sql("SELECT refuse_duplicate_references, auto_accept FROM t_option")
                .query((row, n) -> new Options(row.getBoolean(1), row.getBoolean(2)))
                .single();
    }

    public void change(Options options) {
        jdbc.sql("UPDATE t_option SET refuse_duplicate_references = ?, auto_accept = ?")
                .params(options.refuseDuplicateReferences(), options.autoAccept())
                .update();
    }
}
