package io.mallhub.simulator.seed;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one table, sent with PostgreSQL's COPY. */
final class Copy {

    private static final CSVFormat FORMAT =
            CSVFormat.POSTGRESQL_CSV
                    .builder()
                    .setNullString("")
                    .setQuoteMode(QuoteMode.ALL_NON_NULL)
                    .get();

    private final StringBuilder text = new StringBuilder();
    private final CSVPrinter printer;
    private final String table;

    Copy(String table) throws IOException {
        this.table = table;
        printer = new CSVPrinter(text, FORMAT);
    }

    /** Values in the order of the table's columns; empty texts stay empty, null stays null. */
    void row(@Nullable Object... values) throws IOException {
        printer.printRecord(values);
    }

    void send(Connection connection) throws IOException, SQLException {
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY " + table + " FROM STDIN (FORMAT csv)",
                        new StringReader(text.toString()));
    }
}
