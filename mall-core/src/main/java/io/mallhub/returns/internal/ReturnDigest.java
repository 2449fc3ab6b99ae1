package io.mallhub.returns.internal;

import io.mallhub.returns.SubmitReturn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two submits the same: everything but who sent them and under which key. */
final class ReturnDigest {
    private ReturnDigest() {}

    static String of(SubmitReturn asked) {
        String content =
                String.join(
                        "\u001e",
                        asked.orderNumber(),
                        asked.reason().name(),
                        asked.wish().name(),
                        asked.note(),
                        String.valueOf(asked.temperatures()),
                        asked.lines().toString());
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
