package io.mallhub.order.internal;

import io.mallhub.order.LicenceEvidence;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LicenceEvidenceTable implements LicenceEvidence {
    private static final String ASKED =
            """
             FROM order_licence_check k JOIN sales_order o ON o.number = k.order_number
            WHERE o.customer_id = :customer AND k.at >= :from AND k.at < :until
            """;

    private final JdbcClient jdbc;
    private final LicenceRefusals refusals;

    LicenceEvidenceTable(JdbcClient jdbc, LicenceRefusals refusals) {
        this.jdbc = jdbc;
        this.refusals = refusals;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Refusal> refusals(
            CustomerId customer, Instant from, Instant until, PageRequest page) {
        return refusals.of(customer, from, until, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Check> of(CustomerId customer, Instant from, Instant until, PageRequest page) {
        List<Check> items =
                asked(
                                "SELECT k.order_number, k.point, k.at, k.passed, k.verdicts"
                                        + ASKED
                                        + " ORDER BY k.at, k.id LIMIT :size OFFSET :offset",
                                customer,
                                from,
                                until)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, n) ->
                                        new Check(
                                                row.getString(1),
                                                row.getString(2),
                                                Instants.sure(row, 3),
                                                row.getBoolean(4),
                                                VerdictsText.read(row.getString(5))))
                        .list();
        long total =
                asked("SELECT count(*)" + ASKED, customer, from, until).query(Long.class).single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private JdbcClient.StatementSpec asked(
            String sql, CustomerId customer, Instant from, Instant until) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .param("from", Instants.parameter(from))
                .param("until", Instants.parameter(until));
    }
}
