package io.mallhub.simulator.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** Reads the two source files; see {@code data/SOURCES.md} for where they are from. */
final class SourceFiles {

    private static final CSVFormat WITH_HEADER =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private SourceFiles() {}

    static List<DrugRow> drugs() throws IOException {
        try (InputStream file = open("data/nmpa_imported_drug_codes.csv.gz");
                InputStream plain = new GZIPInputStream(file)) {
            return parse(plain).stream().map(SourceFiles::drug).toList();
        }
    }

    static List<RetailCustomer> customers() throws IOException {
        try (InputStream file = open("data/online_retail_customers.csv")) {
            return parse(file).stream().map(SourceFiles::customer).toList();
        }
    }

    private static InputStream open(String name) throws IOException {
        return new ClassPathResource(name).getInputStream();
    }

    private static List<CSVRecord> parse(InputStream in) throws IOException {
        try (CSVParser parser =
                WITH_HEADER.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parser.getRecords();
        }
    }

    private static DrugRow drug(CSVRecord r) {
        return new DrugRow(
                Integer.parseInt(r.get(0)),
                r.get(1),
                r.get(2),
                r.get(3),
                r.get(4),
                r.get(5),
                r.get(6),
                r.get(7),
                r.get(8),
                r.get(9),
                r.get(10));
    }

    private static RetailCustomer customer(CSVRecord r) {
        return new RetailCustomer(
                r.get("id"),
                r.get("country"),
                Integer.parseInt(r.get("invoices")),
                new BigDecimal(r.get("revenue")),
                LocalDate.parse(r.get("first_day")),
                LocalDate.parse(r.get("last_day")));
    }
}
