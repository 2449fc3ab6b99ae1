package io.mallhub.webkit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.http.ResponseEntity;

/**
 * A document to hand over, as PDF: headings, facts and tables, with its title and a page number
 * under each page. Chinese is set in a font that the paper carries, or where the machine has none,
 * in the one every reader has for it (ADR 10); its text can be searched and copied either way.
 */
public final class Paper {
    private static final int FOOT = 24;
    private static final int SMALL = 8;

    private final PaperFont font;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> cuts = new ArrayList<>();
    private final Document document = new Document(PageSize.A4.rotate(), 36, 36, 36, 48);

    public Paper(String title, String under) {
        this(title, under, PaperFont.ofThisMachine());
    }

    Paper(String title, String under, PaperFont font) {
        this.font = font;
        PdfWriter.getInstance(document, out).setPageEvent(new Foot(title));
        document.addTitle(title);
        document.open();
        document.add(new Paragraph(printable(title), font(16, Font.BOLD)));
        text(under);
    }

    /** Whether papers made here carry their font; the machine has none else. */
    public static boolean isFontEmbedded() {
        return PaperFont.ofThisMachine().isEmbedded();
    }

    public Paper heading(String words) {
        Paragraph heading = new Paragraph(printable(words), font(12, Font.BOLD));
        heading.setSpacingBefore(14);
        heading.setSpacingAfter(4);
        document.add(heading);
        return this;
    }

    public Paper text(String words) {
        document.add(new Paragraph(printable(words), font(9, Font.NORMAL)));
        return this;
    }

    /**
     * Titles stand again on each page that a table reaches.
     *
     * @param widths of the columns, against each other
     * @param rows as many cells each as there are titles
     */
    public Paper table(List<String> titles, int[] widths, List<List<String>> rows) {
        PdfPTable table = new PdfPTable(titles.size());
        table.setWidthPercentage(100);
        table.setWidths(widths);
        table.setSpacingBefore(4);
        table.setHeaderRows(1);
        for (String title : titles) {
            PdfPCell cell = new PdfPCell(new Phrase(printable(title), font(SMALL, Font.NORMAL)));
            cell.setGrayFill(0.92f);
            cell.setPadding(3);
            table.addCell(cell);
        }
        for (List<String> row : rows) {
            if (row.size() != titles.size()) {
                throw new IllegalArgumentException(row + " does not fit under " + titles);
            }
            for (String words : row) {
                PdfPCell cell =
                        new PdfPCell(new Phrase(printable(words), font(SMALL, Font.NORMAL)));
                cell.setPadding(3);
                table.addCell(cell);
            }
        }
        document.add(table);
        return this;
    }

    /**
     * Says that a list is not there whole: in words on the paper, in figures in the answer, where a
     * program that fetches it looks.
     */
    public Paper cutShort(String words, long shown, long of) {
        cuts.add(Attachment.cut(shown, of));
        return text(words);
    }

    /**
     * @param name of the file, without suffix
     */
    public ResponseEntity<byte[]> of(String name) {
        document.close();
        return Attachment.of(name + ".pdf", "application/pdf", out.toByteArray(), cuts);
    }

    /** The reader's font has neither middle dot nor short dash: readers draw boxes. */
    private String printable(String words) {
        return font.isEmbedded()
                ? words
                : words.replace(" · ", ", ").replace('·', '.').replace('–', '-');
    }

    private Font font(float size, int style) {
        return new Font(font.base(), size, style);
    }

    private final class Foot extends PdfPageEventHelper {
        private final String title;

        Foot(String title) {
            this.title = title;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_LEFT,
                    new Phrase(printable(title), font(SMALL, Font.NORMAL)),
                    document.left(),
                    FOOT,
                    0);
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_RIGHT,
                    new Phrase(Integer.toString(writer.getPageNumber()), font(SMALL, Font.NORMAL)),
                    document.right(),
                    FOOT,
                    0);
        }
    }
}
