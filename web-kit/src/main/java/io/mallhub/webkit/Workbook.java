package io.mallhub.webkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * An Excel file of one or more sheets; written rows leave the memory. Texts are written as texts,
 * so that none is ever taken for a formula; numbers as numbers, as far as Excel keeps their digits.
 * A text that is longer than a cell takes ends with an ellipsis.
 */
public final class Workbook implements AutoCloseable {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int IN_MEMORY = 200;
    private static final int DIGITS = 15;
    private static final int WIDTH = 20 * 256;
    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();

    private final SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY);
    private final List<String> cuts = new ArrayList<>();

    /**
     * @param name as the tab shows it; what Excel does not take in it is replaced
     * @param titles of the columns
     */
    public Sheet sheet(String name, List<String> titles) {
        SXSSFSheet sheet = book.createSheet(WorkbookUtil.createSafeSheetName(name));
        sheet.createFreezePane(0, 1);
        for (int i = 0; i < titles.size(); i++) {
            sheet.setColumnWidth(i, WIDTH);
        }
        return new Sheet(sheet).row(titles);
    }

    public final class Sheet {
        private final SXSSFSheet sheet;
        private final Map<Integer, CellStyle> texts = new HashMap<>();
        private int next;

        private Sheet(SXSSFSheet sheet) {
            this.sheet = sheet;
        }

        /**
         * What somebody types into the column later stays as he typed it, too: codes keep their
         * leading noughts.
         *
         * @param column 0-based
         */
        public Sheet typedAsText(int column) {
            CellStyle text = book.createCellStyle();
            text.setDataFormat((short) BuiltinFormats.getBuiltinFormat("@"));
            sheet.setDefaultColumnStyle(column, text);
            texts.put(column, text);
            return this;
        }

        public Sheet row(List<? extends @Nullable Object> values) {
            Row row = sheet.createRow(next++);
            for (int i = 0; i < values.size(); i++) {
                Cell cell = row.createCell(i);
                fill(cell, values.get(i));
                if (texts.containsKey(i)) {
                    cell.setCellStyle(texts.get(i));
                }
            }
            return this;
        }

        /**
         * Says under the rows, and in the answer, when the list is not there whole.
         *
         * @param words {@code kit.export.cut-short}, in the reader's language
         */
        public void end(Rows.Extent extent, Words words) {
            if (extent.isCut()) {
                String shown = String.valueOf(extent.shown());
                String total = extent.total() + (extent.more() ? "+" : "");
                row(List.of(words.say("kit.export.cut-short", List.of(shown, total))));
                cuts.add(Attachment.cut(extent.shown(), extent.total()));
            }
        }
    }

    /**
     * @param name of the file, without suffix
     */
    public ResponseEntity<byte[]> of(String name) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.write(out);
            return Attachment.of(name + ".xlsx", XLSX, out.toByteArray(), cuts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back what the rows took on the disk. */
    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Cell cell, @Nullable Object value) {
        if (value instanceof Number number && !hasTooManyDigits(number)) {
            cell.setCellValue(number.doubleValue());
        } else if (value != null) {
            cell.setCellValue(fitting(value.toString()));
        }
    }

    private static boolean hasTooManyDigits(Number number) {
        return number instanceof BigDecimal decimal
                && decimal.stripTrailingZeros().precision() > DIGITS;
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
