package io.mallhub.catalog.internal;

import io.mallhub.catalog.ApplyErpProduct;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Digest of a raw ERP record, so that an unchanged one is recognised without comparing cleaned
 * fields. The connection is left out: one ERP read over two protocols stays unchanged.
 */
final class SourceDigest {
    private SourceDigest() {}

    static String of(ApplyErpProduct raw) {
        String content =
                String.join(
                        "\u001f",
                        raw.name(),
                        raw.dosageForm(),
                        raw.strength(),
                        raw.maker(),
                        raw.holder(),
                        raw.approvalNumber(),
                        raw.drugCodes(),
                        raw.category(),
                        raw.unit(),
                        raw.vatRate().stripTrailingZeros().toPlainString(),
                        String.valueOf(raw.active()));
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha.digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
