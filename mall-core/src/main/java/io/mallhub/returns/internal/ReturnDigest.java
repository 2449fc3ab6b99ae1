package io.mallhub.returns.internal;

import io.mallhub.returns.SubmitReturn;
import io.mallhub.shared.Sha256;

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
        return Sha256.hex(content);
    }
}
