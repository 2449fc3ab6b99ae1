package io.mallhub.webkit;

import io.mallhub.ledger.AccountStatements.Line;
import io.mallhub.ledger.AccountStatements.OrderDebt;
import io.mallhub.ledger.AccountStatements.Period;
import io.mallhub.ledger.AccountStatements.Summary;
import io.mallhub.shared.Money;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A statement of account as an Excel file: its entries between two balances. */
@Component
public class StatementSheet {
    private final Words words;
    private final Times times;

    StatementSheet(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /**
     * @param name of the file, without suffix
     */
    public ResponseEntity<byte[]> of(
            String name, Period period, Summary summary, Rows<Line> lines) {
        try (Workbook book = new Workbook()) {
            Workbook.Sheet sheet = book.sheet(name, titles());
            sheet.row(balance("statement.opening", times.day(period.from()), summary.opening()));
            Rows.Extent extent = lines.forEach(line -> sheet.row(cells(line)));
            sheet.row(balance("statement.closing", times.day(period.until()), summary.closing()));
            sheet.end(extent, words);
            return book.of(name);
        }
    }

    private List<String> titles() {
        return Stream.of("when", "what", "document", "order", "amount", "balance", "due", "settled")
                .map(title -> words.code("statement." + title))
                .toList();
    }

    private List<@Nullable Object> balance(String what, String day, Money amount) {
        return Arrays.asList(day, words.code(what), null, null, null, amount.amount());
    }

    private List<@Nullable Object> cells(Line line) {
        OrderDebt debt = line.debt();
        return Arrays.asList(
                times.text(line.at()),
                words.of(line.kind()),
                line.document(),
                line.order(),
                line.amount().amount(),
                line.balanceAfter().amount(),
                line.due() == null ? null : times.day(line.due()),
                debt == null ? null : debt.settled().amount());
    }
}
