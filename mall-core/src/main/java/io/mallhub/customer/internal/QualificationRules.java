package io.mallhub.customer.internal;

import io.mallhub.customer.CustomerType;
import io.mallhub.customer.DocumentType;
import io.mallhub.shared.RegulatoryCategory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules that are data: read anew each time, so that a change counts at once on every node. */
@Component
class QualificationRules {
    private final JdbcClient jdbc;

    QualificationRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Requirement> requirementsOf(CustomerType type) {
        Map<String, Requirement> byName = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select requirement, document_type, locks_everything
                        from mandatory_document where customer_type = ?
                        order by locks_everything desc, requirement, document_type desc
                        """)
                .param(type.name())
                .query(
                        row -> {
                            var one =
                                    new Requirement(
                                            List.of(DocumentType.valueOf(row.getString(2))),
                                            row.getBoolean(3));
                            byName.merge(row.getString(1), one, QualificationRules::either);
                        });
        return List.copyOf(byName.values());
    }

    private static Requirement either(Requirement one, Requirement other) {
        List<DocumentType> both = new ArrayList<>(one.alternatives());
        both.addAll(other.alternatives());
        return new Requirement(List.copyOf(both), one.locksEverything() || other.locksEverything());
    }

    List<SaleRule> saleRulesOf(CustomerType type) {
        return jdbc.sql(
                        """
                        select category, document_type, scope_code from sale_rule
                        where customer_type = ? order by category, document_type, scope_code
                        """)
                .param(type.name())
                .query(
                        (row, number) ->
                                new SaleRule(
                                        RegulatoryCategory.valueOf(row.getString(1)),
                                        DocumentType.valueOf(row.getString(2)),
                                        row.getString(3)))
                .list();
    }
}
