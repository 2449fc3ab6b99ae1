package io.mallhub.webkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.ResponseEntity;

class SpreadsheetTest {
    private static final int BEYOND = Rows.MOST + 345;

    private final List<Integer> pagesRead = new ArrayList<>();

    @Test
    void aListOfSeveralPagesIsThereWholeAndNothingIsSaidOfCuts() throws Exception {
        ResponseEntity<byte[]> file = numbers().of(Rows.paged("", to(450)), words());

        Sheet sheet = sheet(file);
        assertThat(sheet.getLastRowNum()).isEqualTo(450);
        assertThat(sheet.getRow(450).getCell(0).getNumericCellValue()).isEqualTo(449);
        assertThat(pagesRead).containsExactly(0, 1, 2);
        assertThat(file.getHeaders().getFirst(Attachment.CUT_SHORT)).isNull();
    }

    @Test
    void aListOfExactlyTheMostRowsIsNotCut() {
        assertThat(Rows.paged("", to(Rows.MOST)).forEach(row -> {}).isCut()).isFalse();
    }

    @Test
    void whatIsBeyondTheMostRowsIsSaidUnderTheRowsAndInTheAnswer() throws Exception {
        ResponseEntity<byte[]> file = numbers().of(Rows.paged("", to(BEYOND)), words());

        Sheet sheet = sheet(file);
        assertThat(sheet.getRow(Rows.MOST).getCell(0).getNumericCellValue())
                .isEqualTo(Rows.MOST - 1.0);
        assertThat(sheet.getRow(Rows.MOST + 1).getCell(0).getStringCellValue())
                .isEqualTo("first 50000 of 50345");
        assertThat(file.getHeaders().getFirst(Attachment.CUT_SHORT))
                .isEqualTo("shows the first 50000 of 50345");
    }

    @Test
    void aTextThatLooksLikeAFormulaStaysAText() throws Exception {
        ResponseEntity<byte[]> file =
                new Spreadsheet<String>("texts").column("Text", it -> it).of(List.of("=1+1"));

        assertThat(sheet(file).getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
    }

    @Test
    void aTextThatIsLongerThanACellTakesEndsWithAnEllipsis() throws Exception {
        ResponseEntity<byte[]> file =
                new Spreadsheet<String>("texts")
                        .column("Text", it -> it)
                        .of(List.of("x".repeat(40_000)));

        assertThat(sheet(file).getRow(1).getCell(0).getStringCellValue())
                .hasSize(32_767)
                .endsWith("x…");
    }

    @Test
    void aListThatIsNotCountedToItsEndIsExportedToIt() {
        Rows.Extent extent =
                Rows.<Long>paged(
                                "",
                                asked -> {
                                    Page<Long> part = to(10_350).apply(asked);
                                    return Page.ofLong(part.items(), asked, Page.MOST_COUNTED + 1);
                                })
                        .forEach(row -> {});

        assertThat(extent).isEqualTo(new Rows.Extent(10_350, 10_350));
    }

    @Test
    void aListIsWrittenInTheWordsOfItsReader() throws Exception {
        StaticMessageSource texts = new StaticMessageSource();
        texts.addMessage("list.day", LocaleContextHolder.getLocale(), "Day");
        texts.addMessage("DayOfWeek.MONDAY", LocaleContextHolder.getLocale(), "Monday");
        Instant now = Instant.parse("2026-11-24T02:00:00Z");
        KitSettings settings = new KitSettings(new KitSettings.Demo(false), ZoneOffset.UTC);
        Times times = new Times(Clock.fixed(now, ZoneOffset.UTC), settings, texts);

        ResponseEntity<byte[]> file =
                new Spreadsheets(new Words(texts), times)
                        .<DayOfWeek>of("days")
                        .column("list.day", it -> it)
                        .column("list.at", _ -> now)
                        .column("list.price", _ -> Money.of("12.50"))
                        .column("list.none", _ -> null)
                        .file(Rows.of(List.of(DayOfWeek.MONDAY)));

        Sheet sheet = sheet(file);
        assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Day");
        Row row = sheet.getRow(1);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("Monday");
        assertThat(row.getCell(1).getStringCellValue()).isEqualTo("2026-11-24 02:00:00 +00:00");
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(12.5);
        assertThat(row.getCell(3).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(file.getHeaders().getFirst(Attachment.CUT_SHORT)).isNull();
    }

    private static Spreadsheet<Long> numbers() {
        return new Spreadsheet<Long>("numbers").column("Number", it -> it);
    }

    private java.util.function.Function<PageRequest, Page<Long>> to(long total) {
        return asked -> {
            pagesRead.add(asked.number());
            return new Page<>(
                    LongStream.range(asked.offset(), Math.min(total, asked.offset() + asked.size()))
                            .boxed()
                            .toList(),
                    asked.number(),
                    asked.size(),
                    total);
        };
    }

    private static Words words() {
        StaticMessageSource texts = new StaticMessageSource();
        texts.addMessage(
                "kit.export.cut-short", LocaleContextHolder.getLocale(), "first {0} of {1}");
        return new Words(texts);
    }

    private static Sheet sheet(ResponseEntity<byte[]> file) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(body(file)))) {
            return book.getSheetAt(0);
        }
    }

    private static byte[] body(ResponseEntity<byte[]> file) {
        byte[] body = file.getBody();
        return body == null ? new byte[0] : body;
    }
}
