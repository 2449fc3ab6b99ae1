package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView.ReviewDecision;
import io.mallhub.customer.ArchivedDocument;
import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentState;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.QualificationArchive.Query;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ArchiveTable {
    private static final String ASKED =
            """
             from qualification_document d join customer c on c.id = d.customer
            join application a on a.id = d.application
            where (:customer::text is null or c.number = :customer)
                and (:type::text is null or d.type = :type)
                and (:text::text is null or c.name ilike :text or c.number ilike :text
                    or d.number ilike :text)
            """;

    /** What was decided on a version while it was the newest of its kind. */
    private static final String DECISIONS =
            """
            select d.id, x.step, x.name, x.at, x.reason
            from qualification_document d
            cross join lateral (select min(n.uploaded_at) as at from qualification_document n
                where n.customer = d.customer and n.type = d.type and n.version > d.version) next
            cross join lateral (
                select m.step, m.name, m.at, m.reason from application_decision m
                where m.application = d.application
                    and (m.document = d.id or (m.document is null
                        and m.step in ('approve', 'second-approve', 'reject', 'second-reject')))
                union all
                select m.step, m.name, m.at, m.reason from renewal_decision m
                join renewal r on r.id = m.renewal
                where r.customer = d.customer and r.type = d.type) x
            where d.id in (:ids) and x.at >= d.uploaded_at
                and (next.at is null or x.at < next.at)
            order by x.at
            """;

    private final JdbcClient jdbc;

    ArchiveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without decisions. */
    Page<ArchivedDocument> page(Query query, PageRequest page, LocalDate today) {
        List<ArchivedDocument> items =
                asked(
                                "select d.*, c.number as customer_number, c.name as customer_name,"
                                        + " a.number as application_number"
                                        + ASKED
                                        + " order by c.number, d.type, d.version desc"
                                        + " limit :size offset :offset",
                                query)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, n) -> document(row, today))
                        .list();
        long total = asked("select count(*)" + ASKED, query).query(Long.class).single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private JdbcClient.StatementSpec asked(String sql, Query query) {
        return jdbc.sql(sql)
                .param("customer", query.customer())
                .param("type", query.type() == null ? null : query.type().name())
                .param("text", SortKeys.anywhere(query.text()));
    }

    Map<UUID, List<ReviewDecision>> decisions(List<UUID> documents) {
        Map<UUID, List<ReviewDecision>> found = new HashMap<>();
        if (documents.isEmpty()) {
            return found;
        }
        jdbc.sql(DECISIONS)
                .param("ids", documents)
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            row.getObject(1, UUID.class), id -> new ArrayList<>())
                                    .add(
                                            new ReviewDecision(
                                                    row.getString(2),
                                                    row.getString(3),
                                                    Instants.sure(row, 4),
                                                    row.getString(5)));
                        });
        return found;
    }

    List<String> cases(UUID customer) {
        return jdbc.sql(
                        """
                        select number from (
                            select number, created_at as at from application where customer = :id
                            union all
                            select number, opened_at from renewal where customer = :id) cases
                        order by at
                        """)
                .param("id", customer)
                .query(String.class)
                .list();
    }

    private static ArchivedDocument document(ResultSet row, LocalDate today) throws SQLException {
        LocalDate until = row.getObject("valid_until", LocalDate.class);
        return new ArchivedDocument(
                row.getObject("id", UUID.class),
                row.getString("customer_number"),
                row.getString("customer_name"),
                row.getString("application_number"),
                new DocumentData(
                        DocumentType.valueOf(row.getString("type")),
                        row.getString("number"),
                        row.getString("issuer"),
                        row.getObject("issued_on", LocalDate.class),
                        until,
                        Set.of((String[]) row.getArray("scope_codes").getArray())),
                row.getInt("version"),
                row.getBoolean("current"),
                DocumentState.valueOf(row.getString("state")).on(today, until),
                row.getString("file_name"),
                row.getString("sha256"),
                Instants.sure(row, "uploaded_at"),
                row.getString("uploaded_by"),
                List.of());
    }
}
