package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentType;
import io.mallhub.customer.ExpiryRow;
import io.mallhub.customer.RenewalState;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents in force by the day they end. */
@Component
class Expiries {
    private static final String IN_FORCE =
            """
             from qualification_document d
            join customer c on c.id = d.customer and c.state = 'ACTIVE'
            left join renewal r on r.document = d.id
            where d.current and d.state = 'VALID' and d.valid_until between :from and :until
            """;

    private final JdbcClient jdbc;

    Expiries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locked, so that two scans share the work; in force, to end soon, without a renewal. */
    List<UUID> withoutRenewal(LocalDate from, LocalDate until, int limit) {
        return jdbc.sql(
                        """
                        select d.id from qualification_document d
                        join customer c on c.id = d.customer and c.state = 'ACTIVE'
                        where d.current and d.state = 'VALID'
                            and d.valid_until between :from and :until
                            and not exists (select from renewal r where r.document = d.id)
                        order by d.valid_until, d.id limit :limit for update of d skip locked
                        """)
                .param("from", from)
                .param("until", until)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Page<ExpiryRow> page(LocalDate from, LocalDate until, PageRequest page) {
        if (!page.sort().isEmpty()) {
            throw new IllegalArgumentException("The forecast has one order, by day");
        }
        List<ExpiryRow> rows =
                jdbc.sql(
                                """
                                select c.id, c.number, c.name, d.type, d.number as document,
                                    d.valid_until, r.number as renewal, r.state as renewal_state,
                                    exists (select from mandatory_document m
                                        where m.customer_type = c.type
                                            and m.document_type = d.type
                                            and m.locks_everything) as locks
                                """
                                        + IN_FORCE
                                        + " order by d.valid_until, d.id"
                                        + " limit :size offset :offset")
                        .param("from", from)
                        .param("until", until)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(Expiries::row)
                        .list();
        long total =
                jdbc.sql("select count(*)" + IN_FORCE)
                        .param("from", from)
                        .param("until", until)
                        .query(Long.class)
                        .single();
        return new Page<>(rows, page.number(), page.size(), total);
    }

    private static ExpiryRow row(ResultSet row, int number) throws SQLException {
        @Nullable String state = row.getString("renewal_state");
        return new ExpiryRow(
                new CustomerId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                DocumentType.valueOf(row.getString("type")),
                row.getString("document"),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("locks"),
                row.getString("renewal"),
                state == null ? null : RenewalState.valueOf(state));
    }
}
