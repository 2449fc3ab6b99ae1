package io.mallhub.simulator.seed;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Derives {@code data/online_retail_customers.csv} from the order lines of UCI "Online Retail" (CC
 * BY 4.0): {@code DeriveCustomers online_retail.csv.gz online_retail_customers.csv}. Lines without
 * a customer are left out; a customer with two countries gets the one of its first line.
 */
final class DeriveCustomers {

    private static final class Sum {
        String country = "";
        final Set<String> invoices = new HashSet<>();
        BigDecimal revenue = BigDecimal.ZERO;
        String first = "9999";
        String last = "0000";

        void add(CSVRecord line) {
            if (country.isEmpty()) {
                country = line.get("Country");
            }
            if (!line.get("InvoiceNo").startsWith("C")) {
                invoices.add(line.get("InvoiceNo"));
            }
            revenue =
                    revenue.add(
                            new BigDecimal(line.get("Quantity"))
                                    .multiply(new BigDecimal(line.get("UnitPrice"))));
            String day = line.get("InvoiceDate").substring(0, 10);
            first = day.compareTo(first) < 0 ? day : first;
            last = day.compareTo(last) > 0 ? day : last;
        }
    }

    private DeriveCustomers() {}

    public static void main(String[] files) throws IOException {
        Map<String, Sum> sums = new TreeMap<>();
        CSVFormat withHeader =
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var lines =
                new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Path.of(files[0]))),
                        StandardCharsets.UTF_8)) {
            for (CSVRecord line : withHeader.parse(lines)) {
                if (!line.get("CustomerID").isEmpty()) {
                    sums.computeIfAbsent(line.get("CustomerID"), id -> new Sum()).add(line);
                }
            }
        }
        try (var out =
                new CSVPrinter(
                        Files.newBufferedWriter(Path.of(files[1])),
                        CSVFormat.RFC4180.builder().setRecordSeparator("\n").get())) {
            out.printRecord("id", "country", "invoices", "revenue", "first_day", "last_day");
            for (Map.Entry<String, Sum> entry : sums.entrySet()) {
                Sum sum = entry.getValue();
                out.printRecord(
                        entry.getKey(),
                        sum.country,
                        sum.invoices.size(),
                        sum.revenue.stripTrailingZeros().toPlainString(),
                        sum.first,
                        sum.last);
            }
        }
    }
}
