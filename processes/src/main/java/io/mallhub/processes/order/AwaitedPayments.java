package io.mallhub.processes.order;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.PaymentView;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.TransferView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Payments that orders wait for, online or by transfer. */
@Component
class AwaitedPayments {
    private final OnlinePayments online;
    private final OrderTransfers transfers;

    AwaitedPayments(OnlinePayments online, OrderTransfers transfers) {
        this.online = online;
        this.transfers = transfers;
    }

    /** Empty when nothing is awaited, any more or at all. */
    Optional<AwaitedPayment> of(String order) {
        return online.ofOrder(order)
                .filter(it -> it.state().isAwaited())
                .map(AwaitedPayments::online)
                .or(
                        () ->
                                transfers
                                        .ofOrder(order)
                                        .filter(TransferView::isAwaited)
                                        .map(AwaitedPayments::transfer));
    }

    private static AwaitedPayment online(PaymentView payment) {
        return new AwaitedPayment(
                "online-reminder",
                payment.order(),
                payment.customer(),
                payment.amount(),
                payment.remindAt(),
                payment.expiresAt());
    }

    private static AwaitedPayment transfer(TransferView transfer) {
        return new AwaitedPayment(
                "transfer-reminder",
                transfer.order(),
                transfer.customer(),
                transfer.missing(),
                transfer.remindAt(),
                transfer.expiresAt());
    }
}
