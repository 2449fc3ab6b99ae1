package io.mallhub.console.prices;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.RowReading.RowError;
import io.mallhub.pricing.TypedRow;
import io.mallhub.shared.ProductId;
import io.mallhub.webkit.ColumnTitles;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.TypedSheet;
import io.mallhub.webkit.TypedSheet.Unreadable;
import io.mallhub.webkit.Words;
import io.mallhub.webkit.Workbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Price lists as Excel files: what is written is what is read. Columns are known by their titles,
 * in either language and any order; others are for the reader alone.
 */
@Component
class PriceFile {
    private static final String CODE = "console.price.file.code";
    private static final String NAME = "console.price.file.name";
    private static final String UNIT = "console.price.file.unit";
    private static final String FROM = "console.price.file.from";
    private static final String PRICE = "console.price.file.price";
    private static final int AT_ONCE = 500;

    private final Products products;
    private final Spreadsheets sheets;
    private final Words words;
    private final ColumnTitles titles;

    PriceFile(Products products, Spreadsheets sheets, Words words, ColumnTitles titles) {
        this.products = products;
        this.sheets = sheets;
        this.words = words;
        this.titles = titles;
    }

    /**
     * @param name of the file, without suffix
     */
    ResponseEntity<byte[]> of(String name, Rows<Row> rows) {
        try (Workbook book = new Workbook()) {
            Workbook.Sheet sheet =
                    book.sheet(
                            name,
                            List.of(
                                    words.code(CODE),
                                    words.code(NAME),
                                    words.code(UNIT),
                                    words.code(FROM),
                                    words.code(PRICE)));
            sheet.typedAsText(0);
            List<Row> some = new ArrayList<>();
            Rows.Extent extent =
                    rows.forEach(
                            row -> {
                                some.add(row);
                                if (some.size() == AT_ONCE) {
                                    write(some, sheet);
                                }
                            });
            write(some, sheet);
            sheet.end(extent, words);
            return book.of(name);
        }
    }

    private void write(List<Row> rows, Workbook.Sheet sheet) {
        Map<ProductId, ProductView> goods =
                products.products(rows.stream().map(Row::product).distinct().toList());
        for (Row row : rows) {
            ProductView product = goods.get(row.product());
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(product == null ? row.product().toString() : product.code());
            cells.add(product == null ? "" : product.name());
            cells.add(product == null ? "" : product.unit());
            cells.add(row.from().amount());
            cells.add(row.price().amount());
            sheet.row(cells);
        }
        rows.clear();
    }

    /**
     * The rows of a file that somebody handed in.
     *
     * @throws Unreadable also when it has no column of codes or prices: price-import.columns
     */
    List<TypedRow> read(byte[] file) throws Unreadable {
        TypedSheet sheet = TypedSheet.of(file, PriceLists.MOST_ROWS);
        int code = sheet.column(titles.of(CODE));
        int from = sheet.column(titles.of(FROM));
        int price = sheet.column(titles.of(PRICE));
        if (code < 0 || price < 0) {
            throw new Unreadable("price-import.columns");
        }
        return sheet.rows().stream()
                .map(
                        row ->
                                new TypedRow(
                                        row.number(),
                                        row.cell(code),
                                        row.cell(from),
                                        row.cell(price)))
                .toList();
    }

    ResponseEntity<byte[]> errors(String name, List<RowError> errors) {
        return sheets.<RowError>of(name)
                .column("console.price.error.row", RowError::row)
                .column("console.price.error.column", RowError::column)
                .column("console.price.error.typed", RowError::typed)
                .column(
                        "console.price.error.problem",
                        it -> words.problem(it.problem(), it.detail()))
                .file(Rows.of(errors));
    }
}
