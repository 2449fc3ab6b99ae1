package io.mallhub.console.catalogue;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.Assigned;
import io.mallhub.catalog.MerchandiseCategories.TypedPlaces;
import io.mallhub.webkit.ColumnTitles;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.TypedSheet;
import io.mallhub.webkit.TypedSheet.Unreadable;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where products stand, as an Excel file: what is written is what is read. */
@Component
class MerchandiseFile {
    private static final String CODE = "console.price.file.code";
    private static final String NAME = "console.price.file.name";
    private static final String CATEGORIES = "console.merchandise.file.categories";

    private final Spreadsheets sheets;
    private final ColumnTitles titles;

    MerchandiseFile(Spreadsheets sheets, ColumnTitles titles) {
        this.sheets = sheets;
        this.titles = titles;
    }

    ResponseEntity<byte[]> of(Rows<Assigned> rows) {
        return sheets.<Assigned>of("merchandise")
                .column(CODE, Assigned::code)
                .column(NAME, Assigned::name)
                .column(CATEGORIES, it -> String.join(" ", it.categories()))
                .file(rows);
    }

    /**
     * @throws Unreadable also when it has no column of codes or categories:
     *     merchandise-import.columns
     */
    List<TypedPlaces> read(byte[] file) throws Unreadable {
        TypedSheet sheet = TypedSheet.of(file, MerchandiseCategories.MOST_ROWS);
        int code = sheet.column(titles.of(CODE));
        int categories = sheet.column(titles.of(CATEGORIES));
        if (code < 0 || categories < 0) {
            throw new Unreadable("merchandise-import.columns");
        }
        return sheet.rows().stream()
                .map(row -> new TypedPlaces(row.number(), row.cell(code), row.cell(categories)))
                .toList();
    }
}
