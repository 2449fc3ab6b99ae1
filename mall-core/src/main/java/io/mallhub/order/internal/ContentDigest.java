package io.mallhub.order.internal;

import io.mallhub.order.SubmitOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two submits the same: lines in their order, and the note; not who sent them. */
final class ContentDigest {
    private ContentDigest() {}

    static String of(SubmitOrder command) {
        StringBuilder content = new StringBuilder(command.deliveryNote()).append('\u001e');
        for (SubmitOrder.Line line : command.lines()) {
            content.append(line.product())
                    .append('\u001f')
                    .append(line.quantity())
                    .append('\u001e');
        }
        try {
            byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
