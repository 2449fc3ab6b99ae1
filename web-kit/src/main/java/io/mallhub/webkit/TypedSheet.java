package io.mallhub.webkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * The first sheet of an Excel file that somebody handed in: a row of titles and rows of texts.
 * Numbers are there with all their digits, whatever their format; formulas as what they came to.
 * What a file could do to a machine is bounded before it is looked at: bytes, unpacked bytes,
 * parts, rows, columns and characters: a text that stands once in the file may stand in each cell.
 *
 * @param rows those that have a cell, without the titles
 */
public record TypedSheet(List<String> titles, List<Row> rows) {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final long MOST_UNPACKED = 32L * 1024 * 1024;
    private static final int MOST_PARTS = 200;
    private static final int MOST_COLUMNS = 50;
    private static final int LONGEST = 1_000;
    private static final long MOST_CHARACTERS = 4_000_000;

    /**
     * @param number as Excel counts: the titles are 1
     * @param cells as many as there are titles at most; what is missing is empty
     */
    public record Row(int number, List<String> cells) {
        public String cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : "";
        }
    }

    /** A file that is not read. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final String key;

        public Unreadable(String key) {
            this(key, null);
        }

        Unreadable(String key, @Nullable Throwable cause) {
            super(key, cause);
            this.key = key;
        }

        /** Message key: sheet.not-excel, sheet.too-large, sheet.too-many-rows, sheet.empty. */
        public String key() {
            return key;
        }
    }

    /**
     * @param mostRows below the titles
     */
    public static TypedSheet of(byte[] file, int mostRows) throws Unreadable {
        if (file.length > MOST_BYTES) {
            throw new Unreadable("sheet.too-large");
        }
        try {
            measure(file);
            return read(file, mostRows);
        } catch (Stop stop) {
            throw new Unreadable(stop.key);
        } catch (IOException | SAXException | OpenXML4JException | RuntimeException broken) {
            // Whatever a broken file makes the library throw: there is no list of it.
            throw new Unreadable("sheet.not-excel", broken);
        }
    }

    /** 0-based place of the first title that is one of these; -1 where none is. */
    public int column(List<String> names) {
        for (String name : names) {
            int place = titles.indexOf(name);
            if (place >= 0) {
                return place;
            }
        }
        return -1;
    }

    /**
     * Unpacks it once and keeps nothing: what a small file grows to is known before anybody reads
     * it.
     */
    private static void measure(byte[] file) throws IOException, Unreadable {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[8192];
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(
                        new ByteArrayInputStream(file),
                        StandardCharsets.UTF_8.name(),
                        true,
                        true)) {
            while (zip.getNextEntry() != null) {
                parts++;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new Unreadable("sheet.too-large");
                    }
                }
                if (parts > MOST_PARTS) {
                    throw new Unreadable("sheet.too-large");
                }
            }
        }
        if (parts == 0) {
            throw new Unreadable("sheet.not-excel");
        }
    }

    private static TypedSheet read(byte[] file, int mostRows)
            throws IOException, SAXException, OpenXML4JException, Unreadable {
        Collector collector = new Collector(mostRows);
        try (OPCPackage book = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(book);
            Iterator<InputStream> sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw new Unreadable("sheet.empty");
            }
            try (InputStream sheet = sheets.next()) {
                XMLReader xml = XMLHelper.newXMLReader();
                xml.setContentHandler(
                        new XSSFSheetXMLHandler(
                                reader.getStylesTable(),
                                new ReadOnlySharedStringsTable(book),
                                collector,
                                new Plain(),
                                false));
                xml.parse(new InputSource(sheet));
            }
        } catch (javax.xml.parsers.ParserConfigurationException broken) {
            throw new IllegalStateException(broken);
        }
        if (collector.titles.isEmpty()) {
            throw new Unreadable("sheet.empty");
        }
        return new TypedSheet(List.copyOf(collector.titles), List.copyOf(collector.rows));
    }

    /** Stops the parser. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String key;

        Stop(String key) {
            this.key = key;
        }
    }

    private static final class Collector implements SheetContentsHandler {
        private final int most;
        private final List<String> titles = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private long characters;

        Collector(int most) {
            this.most = most;
        }

        @Override
        public void startRow(int row) {
            cells = new ArrayList<>();
        }

        @Override
        public void cell(
                @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (column < 0 || column >= MOST_COLUMNS || value == null) {
                return;
            }
            cells.addAll(Collections.nCopies(Math.max(0, column + 1 - cells.size()), ""));
            String text = value.strip().replace('\0', ' ');
            String kept = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
            characters += kept.length();
            if (characters > MOST_CHARACTERS) {
                throw new Stop("sheet.too-large");
            }
            cells.set(column, kept);
        }

        @Override
        public void endRow(int row) {
            if (cells.stream().allMatch(String::isEmpty)) {
                return;
            }
            if (titles.isEmpty()) {
                titles.addAll(cells);
            } else if (rows.size() == most) {
                throw new Stop("sheet.too-many-rows");
            } else {
                rows.add(new Row(row + 1, List.copyOf(cells)));
            }
        }
    }

    /** Numbers as they are kept, not as they are shown; Excel keeps 15 digits. */
    private static final class Plain extends DataFormatter {
        @Override
        public String formatRawCellContents(double value, int index, @Nullable String format) {
            return new BigDecimal(value)
                    .round(new MathContext(15))
                    .stripTrailingZeros()
                    .toPlainString();
        }

        @Override
        public String formatRawCellContents(
                double value, int index, @Nullable String format, boolean use1904Windowing) {
            return formatRawCellContents(value, index, format);
        }
    }
}
