package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceLists.ImportFile;
import io.mallhub.pricing.PriceLists.WaitingImport;
import io.mallhub.pricing.TypedRow;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Columns;
import io.mallhub.shared.Instants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files with bad rows, as they were typed; at most one for each list. */
@Component
class WaitingImports {
    private final JdbcClient jdbc;

    WaitingImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(long list, ImportFile file, Actor by, Instant now) {
        forget(list);
        jdbc.sql(
                        """
                        INSERT INTO price_list_import (list_id, file, replaces, by_name, at)
                        VALUES (:list, :file, :replaces, :by, :now)
                        """)
                .param("list", list)
                .param("file", file.name())
                .param("replaces", file.replaces())
                .param("by", by.name())
                .param("now", Instants.parameter(now))
                .update();
        jdbc.sql(
                        """
                        INSERT INTO price_list_import_row
                            (list_id, row_number, code, from_typed, price_typed)
                        SELECT :list, t.* FROM unnest(:rows::int[], :codes::text[], :froms::text[],
                            :prices::text[]) AS t
                        """)
                .param("list", list)
                .param("rows", Columns.of(file.rows(), TypedRow::number))
                .param("codes", Columns.of(file.rows(), TypedRow::code))
                .param("froms", Columns.of(file.rows(), TypedRow::from))
                .param("prices", Columns.of(file.rows(), TypedRow::price))
                .update();
    }

    Optional<WaitingImport> of(long list) {
        return jdbc.sql("SELECT * FROM price_list_import WHERE list_id = :list")
                .param("list", list)
                .query(
                        (row, number) ->
                                new WaitingImport(
                                        new ImportFile(
                                                row.getString("file"),
                                                row.getBoolean("replaces"),
                                                rows(list)),
                                        row.getString("by_name"),
                                        Instants.sure(row, "at")))
                .optional();
    }

    boolean waits(long list) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM price_list_import WHERE list_id = :list)")
                .param("list", list)
                .query(Boolean.class)
                .single();
    }

    private List<TypedRow> rows(long list) {
        return jdbc.sql(
                        "SELECT * FROM price_list_import_row WHERE list_id = :list ORDER BY row_number")
                .param("list", list)
                .query(
                        (row, number) ->
                                new TypedRow(
                                        row.getInt("row_number"),
                                        row.getString("code"),
                                        row.getString("from_typed"),
                                        row.getString("price_typed")))
                .list();
    }

    /** Whether one waited. */
    boolean forget(long list) {
        return jdbc.sql("DELETE FROM price_list_import WHERE list_id = :list")
                        .param("list", list)
                        .update()
                > 0;
    }
}
