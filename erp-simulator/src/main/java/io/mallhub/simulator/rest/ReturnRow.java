package io.mallhub.simulator.rest;

import io.mallhub.simulator.returnorder.ReturnOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A return with its lines ({@code mx}) and receipts ({@code sh}). */
record ReturnRow(
        String thdh,
        String wbdh,
        String khbm,
        String ddbh,
        int zt,
        @Nullable String yy,
        long xgsj,
        List<Line> mx,
        List<Receipt> sh) {

    record Line(int hh, int ddhh, String wlbm, String ph, String sl) {}

    record Receipt(String rkdh, long rksj, String shr, List<Came> mx) {}

    record Came(int hh, String wlbm, String ph, String sl) {}

    static ReturnRow of(ReturnOrder goods) {
        ReturnOrder.Receipt receipt = goods.receipt();
        return new ReturnRow(
                goods.billNo(),
                goods.reference(),
                goods.customer(),
                goods.order(),
                goods.status().rest(),
                goods.reason(),
                goods.modifyTime().toEpochMilli(),
                goods.lines().stream()
                        .map(
                                it ->
                                        new Line(
                                                it.number(),
                                                it.orderLine(),
                                                it.material(),
                                                it.batchNo(),
                                                it.quantity().toPlainString()))
                        .toList(),
                receipt == null
                        ? List.of()
                        : List.of(
                                new Receipt(
                                        receipt.billNo(),
                                        receipt.receiveTime().toEpochMilli(),
                                        receipt.receiver(),
                                        goods.cameIn().stream().map(ReturnRow::came).toList())));
    }

    private static Came came(ReturnOrder.Line line) {
        return new Came(
                line.number(), line.material(), line.batchNo(), line.came().toPlainString());
    }
}
