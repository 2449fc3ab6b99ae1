package io.mallhub.customer.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.customer.SellerLicences;
import io.mallhub.shared.Actor;
import io.mallhub.shared.RegulatoryCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SellerLicenceTable implements SellerLicences {
    static final String ALL =
            "select number, valid_until, scope from seller_licence order by number";

    private final JdbcClient jdbc;
    private final AuditLog audit;

    SellerLicenceTable(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional
    public void declare(SellerLicence licence, Actor by) {
        if (licence.number().isBlank() || licence.scope().isEmpty()) {
            throw new IllegalArgumentException("A licence has a number and a scope");
        }
        jdbc.sql(
                        """
                        insert into seller_licence (number, valid_until, scope) values (:number, :validUntil, :scope)
                        on conflict (number) do update
                        set valid_until = excluded.valid_until, scope = excluded.scope
                        """)
                .param("number", licence.number())
                .param("validUntil", licence.validUntil())
                .param("scope", names(licence.scope()))
                .update();
        audit.record(
                new AuditEntry(
                        by,
                        "declare-seller-licence",
                        "seller-licence",
                        licence.number(),
                        "",
                        Map.of(
                                "validUntil",
                                Objects.toString(licence.validUntil(), "long-term"),
                                "scope",
                                String.join(" ", names(licence.scope())))));
    }

    @Override
    @Transactional
    public void withdraw(String number, String reason, Actor by) {
        if (jdbc.sql("delete from seller_licence where number = ?").param(number).update() == 0) {
            throw new IllegalArgumentException("No seller's licence " + number);
        }
        audit.record(
                new AuditEntry(
                        by, "withdraw-seller-licence", "seller-licence", number, reason, Map.of()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<SellerLicence> all() {
        return jdbc.sql(ALL).query(SellerLicenceTable::licence).list();
    }

    static SellerLicence licence(ResultSet row, int index) throws SQLException {
        Set<RegulatoryCategory> scope =
                Stream.of((String[]) row.getArray("scope").getArray())
                        .map(RegulatoryCategory::valueOf)
                        .collect(Collectors.toSet());
        return new SellerLicence(
                row.getString("number"), row.getObject("valid_until", LocalDate.class), scope);
    }

    private static String[] names(Set<RegulatoryCategory> scope) {
        return scope.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
