package io.mallhub.routes.voucher;

import io.mallhub.binding.Entity;
import io.mallhub.commission.Payouts;
import io.mallhub.commission.Payouts.VoucherOrder;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.canonical.ErpVoucher;
import io.mallhub.routes.outbound.Paper;
import java.time.Instant;
import java.util.List;

/** The voucher of a payout: commission expense of its month. */
record VoucherPaper(VoucherOrder order, Payouts payouts) implements Paper {
    @Override
    public Entity entity() {
        return Entity.VOUCHER;
    }

    @Override
    public String number() {
        return order.number();
    }

    @Override
    public ErpClient.Created create(ErpClient erp) {
        return erp.createVoucher(sheet(order));
    }

    static ErpVoucher sheet(VoucherOrder order) {
        return new ErpVoucher(
                order.number(),
                "COMMISSION",
                order.month().atEndOfMonth(),
                order.name(),
                order.amount().amount(),
                "佣金 " + order.month() + " " + order.name());
    }

    @Override
    public List<Seen> find(ErpClient erp) {
        return erp.findVouchers(order.number()).stream()
                .map(it -> new Seen(it.code(), true, it.changedAt()))
                .toList();
    }

    @Override
    public void arrived(String erpNumber, Instant erpTime) {
        payouts.recordVoucherPosted(order.number(), erpNumber, erpTime);
    }

    @Override
    public void notSent(String detail) {
        payouts.recordVoucherNotSent(order.number(), detail);
    }

    @Override
    public void unknown(String detail) {
        payouts.recordVoucherUnknown(order.number(), detail);
    }
}
