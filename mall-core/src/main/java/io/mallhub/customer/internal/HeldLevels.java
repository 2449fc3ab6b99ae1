package io.mallhub.customer.internal;

import io.mallhub.shared.CustomerLevels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class HeldLevels implements CustomerLevels {
    private final JdbcClient jdbc;

    HeldLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isHeld(String level) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM customer
                            WHERE price_level <> '' AND price_level = :level)
                        """)
                .param("level", level)
                .query(Boolean.class)
                .single();
    }
}
