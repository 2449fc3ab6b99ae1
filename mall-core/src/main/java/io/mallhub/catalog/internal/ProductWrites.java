package io.mallhub.catalog.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import io.mallhub.shared.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Set-wise reading and writing of products: two statements per page, however long. */
@Component
class ProductWrites {
    /** Any number, the same everywhere: pages of products are applied one at a time. */
    private static final String ONE_PAGE_AT_A_TIME = "SELECT pg_advisory_xact_lock(200)";

    /** Ordered by code, as everything that locks several products. */
    private static final String KNOWN =
            """
            SELECT p.code, p.id, p.source_digest, p.name, p.dosage_form, p.strength,
                CASE WHEN p.category_from = 'DESK' THEN p.category END AS desk_category
            FROM unnest(:codes::text[]) AS wanted (code) JOIN product p ON p.code = wanted.code
            ORDER BY p.code FOR UPDATE OF p
            """;

    private static final String UPSERT =
            """
            INSERT INTO product AS p (id, code, connection, name, dosage_form, strength, maker,
                holder, approval_number, drug_codes, category, category_from, unit, vat_rate,
                active, findings, source_digest, search_text, updated_at)
            SELECT id, code, connection, name, dosage_form, strength, maker, holder,
                approval_number, string_to_array(drug_codes, ' '), category,
                CASE WHEN category IS NOT NULL THEN 'ERP' END, unit, vat_rate, active, findings,
                digest, search_text, :now
            FROM unnest(:ids::uuid[], :codes::text[], :connections::text[], :names::text[],
                :forms::text[], :strengths::text[], :makers::text[], :holders::text[],
                :approvals::text[], :drugCodes::text[], :categories::text[], :units::text[],
                :vatRates::numeric[], :actives::boolean[], :findings::text[], :digests::text[],
                :searchTexts::text[])
                AS t (id, code, connection, name, dosage_form, strength, maker, holder,
                    approval_number, drug_codes, category, unit, vat_rate, active, findings,
                    digest, search_text)
            ORDER BY code
            ON CONFLICT (code) DO UPDATE SET connection = excluded.connection,
                name = excluded.name, dosage_form = excluded.dosage_form,
                strength = excluded.strength, maker = excluded.maker, holder = excluded.holder,
                approval_number = excluded.approval_number, drug_codes = excluded.drug_codes,
                category = CASE WHEN p.category_from = 'DESK' THEN p.category
                    ELSE coalesce(excluded.category, p.category) END,
                category_from = CASE WHEN p.category_from = 'DESK' THEN 'DESK'
                    ELSE coalesce(excluded.category_from, p.category_from) END,
                unit = excluded.unit, vat_rate = excluded.vat_rate, active = excluded.active,
                findings = excluded.findings, source_digest = excluded.source_digest,
                search_text = excluded.search_text, updated_at = excluded.updated_at
            """;

    private final JdbcClient jdbc;

    ProductWrites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, KnownProduct> lockKnown(Collection<String> codes) {
        Map<String, KnownProduct> known = new HashMap<>();
        jdbc.sql(ONE_PAGE_AT_A_TIME).query(row -> {});
        jdbc.sql(KNOWN)
                .param("codes", new TreeSet<>(codes).toArray(String[]::new))
                .query(
                        row -> {
                            ProductId id = ProductId.of(row.getString("id"));
                            known.put(
                                    row.getString("code"),
                                    new KnownProduct(
                                            id,
                                            row.getString("source_digest"),
                                            row.getString("desk_category"),
                                            new KnownProduct.Texts(
                                                    row.getString("name"),
                                                    row.getString("dosage_form"),
                                                    row.getString("strength"))));
                        });
        return known;
    }

    /** Without its digest, so that the same record is taken over again. */
    boolean stop(ProductId id, Instant now) {
        return jdbc.sql(
                                "UPDATE product SET active = false, source_digest = '',"
                                        + " updated_at = :now WHERE id = :id AND active")
                        .param("now", Instants.parameter(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void upsert(ProductPage page, Instant now) {
        List<CleanProduct> rows = new ArrayList<>(page.changed());
        if (rows.isEmpty()) {
            return;
        }
        Map<String, Object> columns = new HashMap<>();
        column(columns, "ids", rows, page::idOf);
        column(columns, "codes", rows, CleanProduct::code);
        column(columns, "connections", rows, CleanProduct::connection);
        column(columns, "names", rows, CleanProduct::name);
        column(columns, "forms", rows, CleanProduct::dosageForm);
        column(columns, "strengths", rows, CleanProduct::strength);
        column(columns, "makers", rows, CleanProduct::maker);
        column(columns, "holders", rows, CleanProduct::holder);
        column(columns, "approvals", rows, CleanProduct::approvalNumber);
        column(columns, "drugCodes", rows, each -> String.join(" ", each.drugCodes()));
        columns.put("categories", Columns.of(rows, CleanProduct::category));
        column(columns, "units", rows, CleanProduct::unit);
        column(columns, "vatRates", rows, CleanProduct::vatRate);
        column(columns, "actives", rows, CleanProduct::active);
        column(columns, "findings", rows, each -> FindingsText.write(each.findings()));
        column(columns, "digests", rows, CleanProduct::digest);
        column(columns, "searchTexts", rows, CleanProduct::searchText);
        columns.put("now", Instants.parameter(now));
        jdbc.sql(UPSERT).params(columns).update();
    }

    void revise(ProductView product, KnownProduct.Texts texts, Instant now) {
        jdbc.sql(
                        """
                        UPDATE product SET name = :name, dosage_form = :form,
                            strength = :strength, search_text = :search, updated_at = :now
                        WHERE id = :id
                        """)
                .param("name", texts.name())
                .param("form", texts.dosageForm())
                .param("strength", texts.strength())
                .param(
                        "search",
                        CleanProduct.searchText(
                                product.code(),
                                texts.name(),
                                product.approvalNumber(),
                                product.drugCodes(),
                                product.maker(),
                                product.holder(),
                                texts.strength()))
                .param("now", Instants.parameter(now))
                .param("id", product.id().value())
                .update();
    }

    private static void column(
            Map<String, Object> columns,
            String name,
            List<CleanProduct> rows,
            Function<CleanProduct, Object> value) {
        columns.put(name, Columns.of(rows, value));
    }
}
