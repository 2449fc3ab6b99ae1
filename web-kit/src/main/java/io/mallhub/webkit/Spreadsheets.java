package io.mallhub.webkit;

import io.mallhub.shared.Money;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lists as Excel files in the words of the reader: what the exports of all lists share. */
@Component
public class Spreadsheets {
    private final Words words;
    private final Times times;

    Spreadsheets(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /**
     * @param name sheet and file name, without suffix
     */
    public <T> Sheet<T> of(String name) {
        return new Sheet<>(new Spreadsheet<>(name));
    }

    public final class Sheet<T> {
        private final Spreadsheet<T> sheet;

        private Sheet(Spreadsheet<T> sheet) {
            this.sheet = sheet;
        }

        /**
         * Constants become their names, times are written as on the pages, money as its amount;
         * what is null stays empty.
         *
         * @param title message key
         */
        public Sheet<T> column(String title, Function<T, @Nullable Object> value) {
            sheet.column(words.code(title), row -> shown(value.apply(row)));
            return this;
        }

        /** Alone in its file. A list that is too long says so, in a last row and in the answer. */
        public ResponseEntity<byte[]> file(Rows<T> rows) {
            return sheet.of(rows, words);
        }

        /** One of several sheets. */
        public void into(Workbook book, Rows<T> rows) {
            sheet.into(book, rows, words);
        }
    }

    private @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> words.of(constant);
            case Instant instant -> times.second(instant); // a file is kept for years
            case Money money -> money.amount();
            default -> value;
        };
    }
}
