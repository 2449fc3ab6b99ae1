package io.mallhub.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.webkit.TypedSheet.Row;
import io.mallhub.webkit.TypedSheet.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class TypedSheetTest {
    private static final int MOST = 10;

    @Test
    void whatIsWrittenIsReadWithItsNoughtsItsCaseAndAllItsDigits() throws Exception {
        byte[] file;
        try (Workbook book = new Workbook()) {
            Workbook.Sheet sheet = book.sheet("list", List.of("Code", "Price")).typedAsText(0);
            sheet.row(List.of("000123", new BigDecimal("0.335000")));
            sheet.row(List.of("aB-1", new BigDecimal("123456789012.123456")));
            sheet.row(List.of("=1+1", 12));
            file = Objects.requireNonNull(book.of("list").getBody());
        }

        TypedSheet sheet = TypedSheet.of(file, MOST);

        assertThat(sheet.titles()).containsExactly("Code", "Price");
        assertThat(sheet.rows())
                .containsExactly(
                        new Row(2, List.of("000123", "0.335")),
                        new Row(3, List.of("aB-1", "123456789012.123456")),
                        new Row(4, List.of("=1+1", "12")));
        assertThat(sheet.column(List.of("单价", "Price"))).isEqualTo(1);
        assertThat(sheet.column(List.of("Unit"))).isEqualTo(-1);
    }

    @Test
    void numbersAreReadAsTheyAreKeptAndBlankRowsAreNone() throws Exception {
        byte[] file;
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            var rounded = book.createCellStyle();
            rounded.setDataFormat(book.createDataFormat().getFormat("0.00"));
            sheet.createRow(0).createCell(1).setCellValue("Price");
            var cell = sheet.createRow(4).createCell(1);
            cell.setCellValue(0.1 + 0.2);
            cell.setCellStyle(rounded);
            sheet.createRow(5).createCell(0).setCellValue(" ");
            sheet.createRow(7).createCell(1).setCellFormula("1/0");
            file = bytes(book);
        }

        TypedSheet sheet = TypedSheet.of(file, MOST);

        assertThat(sheet.rows().getFirst()).isEqualTo(new Row(5, List.of("", "0.3")));
        assertThat(sheet.rows().getFirst().cell(7)).isEmpty();
    }

    @Test
    void whatIsNoExcelFileIsRefused() {
        assertRefused("code;price".getBytes(StandardCharsets.UTF_8), "sheet.not-excel");
        assertRefused(new byte[0], "sheet.not-excel");
        assertRefused(zip("a.txt", new byte[] {1, 2, 3}), "sheet.not-excel");
    }

    @Test
    void aSmallFileThatGrowsBeyondAllBoundsIsRefusedBeforeItIsRead() {
        byte[] bomb = zip("xl/worksheets/sheet1.xml", new byte[40 * 1024 * 1024]);

        assertThat(bomb.length).isLessThan(100_000);
        assertRefused(bomb, "sheet.too-large");
        assertRefused(new byte[5 * 1024 * 1024], "sheet.too-large");
    }

    /** A text stands once in the file, and in as many cells as there are. */
    @Test
    void aTextThatFillsEveryCellIsRefusedBeforeItFillsTheMemory() throws Exception {
        byte[] file;
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet();
            for (int row = 0; row < 200; row++) {
                sheet.createRow(row);
                for (int column = 0; column < 30; column++) {
                    sheet.getRow(row).createCell(column).setCellValue("长".repeat(900));
                }
            }
            file = bytes(book);
        }

        assertThat(file.length).isLessThan(200_000);
        assertThatThrownBy(() -> TypedSheet.of(file, 1_000))
                .isInstanceOf(Unreadable.class)
                .extracting(it -> ((Unreadable) it).key())
                .isEqualTo("sheet.too-large");
    }

    @Test
    void moreRowsThanTheMostAreRefused() throws Exception {
        try (Workbook book = new Workbook()) {
            Workbook.Sheet sheet = book.sheet("list", List.of("Code"));
            for (int row = 0; row <= MOST; row++) {
                sheet.row(List.of("C" + row));
            }
            assertRefused(Objects.requireNonNull(book.of("list").getBody()), "sheet.too-many-rows");
        }
    }

    @Test
    void aSheetWithoutTitlesIsRefused() throws Exception {
        try (var book = new XSSFWorkbook()) {
            book.createSheet();
            assertRefused(bytes(book), "sheet.empty");
        }
    }

    private static void assertRefused(byte[] file, String key) {
        assertThatThrownBy(() -> TypedSheet.of(file, MOST))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
