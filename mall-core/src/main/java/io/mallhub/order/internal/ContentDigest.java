package io.mallhub.order.internal;

import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.shared.Sha256;

/**
 * What makes two submits the same: lines in their order, the note, how it is paid, its coupons and
 * points; not who sent them. Credit adds nothing: orders from before there was a choice keep their
 * digest.
 */
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
        if (command.payment() != PaymentMethod.CREDIT) {
            content.append(command.payment()).append('\u001e');
        }
        for (String coupon : command.coupons().stream().sorted().toList()) {
            content.append("coupon ").append(coupon).append('\u001e');
        }
        if (command.points() != 0) {
            content.append("points ").append(command.points()).append('\u001e');
        }
        SubmitOrder.Exchange exchange = command.exchange();
        if (exchange != null) {
            content.append("exchange ").append(exchange.returnNumber()).append('\u001e');
        }
        return Sha256.hex(content.toString());
    }
}
