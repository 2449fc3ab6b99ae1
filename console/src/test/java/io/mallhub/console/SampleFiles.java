package io.mallhub.console;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A picture and a PDF that viewers must be able to draw. */
final class SampleFiles {
    private SampleFiles() {}

    static byte[] picture() {
        BufferedImage image = new BufferedImage(900, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xFFFBEF));
        pen.fillRect(0, 0, 900, 640);
        pen.setColor(new Color(0xB5121B));
        pen.drawRect(20, 20, 860, 600);
        pen.setFont(new Font("Noto Serif CJK SC", Font.BOLD, 60));
        pen.drawString("BUSINESS LICENCE", 170, 140);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One page with one line of text, cross-reference table and all. */
    static byte[] pdf() {
        String text = "BT /F1 28 Tf 60 700 Td (Drug distribution licence) Tj ET";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>",
            "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        };
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder();
        for (int n = 0; n < objects.length; n++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append(n + 1).append(" 0 obj\n").append(objects[n]).append("\nendobj\n");
        }
        int start = file.length();
        file.append("xref\n0 6\n0000000000 65535 f \n").append(table);
        file.append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n").append(start);
        file.append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
