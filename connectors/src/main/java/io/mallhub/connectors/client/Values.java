package io.mallhub.connectors.client;

import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.connectors.canonical.ErpVoucher;
import io.mallhub.connectors.mapping.TimeFormat;
import io.mallhub.connectors.mapping.ValueFormats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Canonical records → the variables of request templates; names as in {@code OperationKind}. */
record Values(TimeFormat times) {
    Map<String, ?> customer(ErpCustomer customer) {
        return Map.of(
                "reference", customer.reference(),
                "name", customer.name(),
                "uscc", customer.uscc(),
                "address", customer.address(),
                "contact", customer.contact(),
                "phone", customer.phone(),
                "licenceNumber", customer.licenceNumber());
    }

    static Map<String, ?> update(ErpUpdate change) {
        Map<String, Object> values = new HashMap<>(change.fields());
        values.put("code", change.code());
        values.put("reference", change.reference());
        values.put("version", change.version() == null ? "" : change.version().toString());
        return values;
    }

    Map<String, ?> order(ErpOrder order) {
        Map<String, Object> values = new HashMap<>();
        values.put("reference", order.reference());
        values.put("customerCode", order.customerCode());
        values.put("orderedAt", times.format(order.orderedAt()));
        values.put("note", order.note());
        values.put("total", order.total().toPlainString());
        List<Map<String, String>> lines = order.lines().stream().map(Values::line).toList();
        values.put("lines", lines);
        return values;
    }

    Map<String, ?> goods(ErpReturn goods) {
        return Map.of(
                "reference", goods.reference(),
                "customerCode", goods.customerCode(),
                "orderCode", goods.orderCode(),
                "returnedAt", times.format(goods.returnedAt()),
                "reason", goods.reason(),
                "lines", goods.lines().stream().map(Values::line).toList());
    }

    private static Map<String, String> line(ErpReturn.Line line) {
        return Map.of(
                "number", Integer.toString(line.number()),
                "orderLine", Integer.toString(line.orderLine()),
                "productCode", line.productCode(),
                "batch", line.batch(),
                "quantity", line.quantity().toPlainString());
    }

    Map<String, ?> voucher(ErpVoucher voucher, ValueFormats formats) {
        return Map.of(
                "reference", voucher.reference(),
                "kind", voucher.kind(),
                "on", formats.dates().format(voucher.on()),
                "party", voucher.party(),
                "amount", voucher.amount().toPlainString(),
                "text", voucher.text());
    }

    private static Map<String, String> line(ErpOrder.Line line) {
        return Map.of(
                "number", Integer.toString(line.number()),
                "productCode", line.productCode(),
                "quantity", line.quantity().toPlainString(),
                "unit", line.unit(),
                "price", line.price().toPlainString(),
                "discount", line.discount().toPlainString(),
                "discountedPrice", line.discountedPrice().toPlainString(),
                "amount", line.amount().toPlainString());
    }
}
