package io.mallhub.customer.internal;

import io.mallhub.customer.CustomerType;
import io.mallhub.customer.DocumentType;
import io.mallhub.shared.KeptRules;
import io.mallhub.shared.OneTrip;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.RuleRevisions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The rules that are data: read anew each time, so that a change counts at once on every node, but
 * all in one trip; or kept ready for transactions that have looked whether they are still the same.
 */
@Component
class QualificationRules {
    private static final String REQUIREMENTS =
            """
            select requirement, document_type, locks_everything
            from mandatory_document where customer_type = :type
            order by locks_everything desc, requirement, document_type desc
            """;

    private static final String SALE_RULES =
            """
            select category, document_type, scope_code from sale_rule
            where customer_type = :type order by category, document_type, scope_code
            """;

    private final NamedParameterJdbcOperations jdbc;
    private final KeptRules<Map<CustomerType, RulesOfSale>> kept;

    QualificationRules(NamedParameterJdbcOperations jdbc, RuleRevisions revisions) {
        this.jdbc = jdbc;
        this.kept = new KeptRules<>(revisions, RuleRevisions.Kind.SALE, ConcurrentHashMap::new);
    }

    List<Requirement> requirementsOf(CustomerType type) {
        return OneTrip.of(
                jdbc, REQUIREMENTS, Map.of("type", type.name()), QualificationRules::requirements);
    }

    RulesOfSale ofSale(CustomerType type) {
        return kept.asSeen()
                .map(rules -> rules.computeIfAbsent(type, this::read))
                .orElseGet(() -> read(type));
    }

    private RulesOfSale read(CustomerType type) {
        return OneTrip.of(
                jdbc,
                String.join(";", REQUIREMENTS, SALE_RULES, SellerLicenceTable.ALL),
                Map.of("type", type.name()),
                results ->
                        new RulesOfSale(
                                requirements(results),
                                results.rows(QualificationRules::saleRule),
                                results.rows(SellerLicenceTable::licence)));
    }

    private static List<Requirement> requirements(OneTrip results) throws SQLException {
        Map<String, Requirement> byName = new LinkedHashMap<>();
        results.rows(
                (row, number) ->
                        byName.merge(
                                row.getString(1),
                                new Requirement(
                                        List.of(DocumentType.valueOf(row.getString(2))),
                                        row.getBoolean(3)),
                                QualificationRules::either));
        return List.copyOf(byName.values());
    }

    private static Requirement either(Requirement one, Requirement other) {
        List<DocumentType> both = new ArrayList<>(one.alternatives());
        both.addAll(other.alternatives());
        return new Requirement(List.copyOf(both), one.locksEverything() || other.locksEverything());
    }

    private static SaleRule saleRule(ResultSet row, int number) throws SQLException {
        return new SaleRule(
                RegulatoryCategory.valueOf(row.getString(1)),
                DocumentType.valueOf(row.getString(2)),
                row.getString(3));
    }
}
