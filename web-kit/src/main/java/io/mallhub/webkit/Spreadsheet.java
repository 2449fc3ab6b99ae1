package io.mallhub.webkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** A list as an Excel file of one sheet. */
public final class Spreadsheet<T> {
    private record Column<T>(String title, Function<T, @Nullable Object> value) {}

    private final String name;
    private final List<Column<T>> columns = new ArrayList<>();

    /**
     * @param name sheet and file name, without suffix
     */
    public Spreadsheet(String name) {
        this.name = name;
    }

    public Spreadsheet<T> column(String title, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(title, value));
        return this;
    }

    public ResponseEntity<byte[]> of(List<T> rows) {
        try (Workbook book = new Workbook()) {
            Workbook.Sheet sheet = book.sheet(name, titles());
            rows.forEach(item -> sheet.row(values(item)));
            return book.of(name);
        }
    }

    /** A list that is too long ends with a row that says so, and so does the answer. */
    public ResponseEntity<byte[]> of(Rows<T> rows, Words words) {
        try (Workbook book = new Workbook()) {
            into(book, rows, words);
            return book.of(name);
        }
    }

    /** As one sheet among others. */
    void into(Workbook book, Rows<T> rows, Words words) {
        Workbook.Sheet sheet = book.sheet(name, titles());
        sheet.end(rows.forEach(item -> sheet.row(values(item))), words);
    }

    private List<String> titles() {
        return columns.stream().map(Column::title).toList();
    }

    private List<@Nullable Object> values(T item) {
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(column.value().apply(item)));
        return values;
    }
}
