package io.mallhub.catalog.internal;

import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.shared.Sha256;

/**
 * Digest of a raw ERP record, so that an unchanged one is recognised without comparing cleaned
 * fields. The connection is left out: one ERP read over two protocols stays unchanged.
 */
final class SourceDigest {
    /** Half of it tells records apart well enough. */
    private static final int LENGTH = 32;

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
        return Sha256.hex(content).substring(0, LENGTH);
    }
}
