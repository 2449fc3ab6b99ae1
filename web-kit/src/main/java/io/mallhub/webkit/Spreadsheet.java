package io.mallhub.webkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A list as an Excel file. Texts are written as texts, so that none is ever taken for a formula;
 * numbers as numbers.
 */
public final class Spreadsheet<T> {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
        try (SXSSFWorkbook book = new SXSSFWorkbook(200);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet(name);
            sheet.createFreezePane(0, 1);
            Row head = sheet.createRow(0);
            for (int i = 0; i < columns.size(); i++) {
                head.createCell(i).setCellValue(columns.get(i).title());
                sheet.setColumnWidth(i, 20 * 256);
            }
            for (T item : rows) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int i = 0; i < columns.size(); i++) {
                    fill(row.createCell(i), columns.get(i).value().apply(item));
                }
            }
            book.write(out);
            return Attachment.of(name + ".xlsx", XLSX, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Cell cell, @Nullable Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }
}
