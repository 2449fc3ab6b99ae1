package io.mallhub.routes.order;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A mall order in the words of the ERP it goes to. */
@Component
class OrderMapper {
    private final Orders orders;
    private final Bindings bindings;

    OrderMapper(Orders orders, Bindings bindings) {
        this.orders = orders;
        this.bindings = bindings;
    }

    /**
     * The sheet of an order that may leave: between the look and the lease a part of it may have
     * been left out or cancelled.
     *
     * @param seen the order as the sheet has it
     * @throws NotKnownToErp as {@link #toErp}
     */
    ErpOrder asGranted(OrderView seen, ErpOrder sheet, String connection) {
        OrderView now = orders.order(seen.number()).orElseThrow();
        return now.revision() == seen.revision()
                ? sheet
                : toErp(now, connection, sheet.customerCode());
    }

    /**
     * @throws NotKnownToErp when a product is not bound on this connection
     */
    ErpOrder toErp(OrderView order, String connection, String customerCode) {
        Map<String, Link> products =
                bindings.byMallIds(
                        connection,
                        Entity.PRODUCT,
                        order.lines().stream()
                                .map(line -> line.product().toString())
                                .distinct()
                                .toList());
        List<ErpOrder.Line> lines =
                order.lines().stream()
                        .map(line -> line(line, products.get(line.product().toString())))
                        .toList();
        return new ErpOrder(
                order.number(),
                customerCode,
                order.submittedAt(),
                order.deliveryNote(),
                order.total().amount(),
                lines);
    }

    private static ErpOrder.Line line(
            OrderView.Line line, @org.jspecify.annotations.Nullable Link product) {
        if (product == null) {
            throw new NotKnownToErp(line.code());
        }
        return new ErpOrder.Line(
                line.number(),
                product.erpId(),
                line.quantity().amount(),
                line.unit(),
                line.price().price().amount(),
                line.discount().amount(),
                line.amount().amount());
    }

    static final class NotKnownToErp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKnownToErp(String code) {
            super("Product " + code + " has not come in over the connection that takes the order");
        }
    }
}
