package io.mallhub.processes.search;

import io.mallhub.identity.StaffView;
import io.mallhub.processes.SavedSearches;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class KeptSearches implements SavedSearches {
    private final JdbcClient jdbc;

    KeptSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SavedSearch> all() {
        return jdbc.sql("SELECT name, query, saved_by FROM saved_search ORDER BY name LIMIT 100")
                .query(SavedSearch.class)
                .list();
    }

    @Override
    @Transactional
    public void save(String name, String query, StaffView by) {
        if (name.isBlank() || name.strip().length() > 60 || query.length() > 2_000) {
            throw new IllegalArgumentException("A search has a name of up to 60 characters");
        }
        jdbc.sql(
                        """
                        INSERT INTO saved_search (name, query, saved_by) VALUES (?, ?, ?)
                        ON CONFLICT (name) DO UPDATE SET query = excluded.query,
                            saved_by = excluded.saved_by, saved_at = clock_timestamp()
                        """)
                .params(name.strip(), query, by.login())
                .update();
    }

    @Override
    @Transactional
    public void delete(String name) {
        jdbc.sql("DELETE FROM saved_search WHERE name = ?").param(name).update();
    }
}
