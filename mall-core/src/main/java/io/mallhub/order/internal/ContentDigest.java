package io.mallhub.order.internal;

import io.mallhub.order.SubmitOrder;
import io.mallhub.shared.Sha256;

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
        return Sha256.hex(content.toString());
    }
}
