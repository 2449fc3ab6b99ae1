package io.mallhub.routes.returns;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.returns.ReturnView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A mall return in the words of the ERP that the goods came from. */
@Component
class ReturnMapper {
    private final Bindings bindings;
    private final Orders orders;

    ReturnMapper(Bindings bindings, Orders orders) {
        this.bindings = bindings;
        this.orders = orders;
    }

    /**
     * @throws NotKnownToErp when its customer, order or a product is not bound on this connection
     */
    ErpReturn toErp(ReturnView goods, String connection) {
        Map<String, Link> products =
                bindings.byMallIds(
                        connection,
                        Entity.PRODUCT,
                        goods.lines().stream()
                                .map(line -> line.product().toString())
                                .distinct()
                                .toList());
        String customer =
                bindings.byMallId(connection, Entity.CUSTOMER, goods.customer().toString())
                        .map(Link::erpId)
                        .orElseThrow(() -> new NotKnownToErp("Customer " + goods.customerName()));
        String order =
                orders.order(goods.orderNumber())
                        .map(OrderView::erpNumber)
                        .orElseThrow(() -> new NotKnownToErp("Order " + goods.orderNumber()));
        return new ErpReturn(
                goods.number(),
                customer,
                order,
                goods.submittedAt(),
                goods.reason().name(),
                lines(goods, products));
    }

    private static List<ErpReturn.Line> lines(ReturnView goods, Map<String, Link> products) {
        return goods.lines().stream()
                .map(line -> line(line, products.get(line.product().toString())))
                .toList();
    }

    private static ErpReturn.Line line(ReturnView.Line line, @Nullable Link product) {
        if (product == null) {
            throw new NotKnownToErp("Product " + line.code());
        }
        return new ErpReturn.Line(
                line.number(),
                line.orderLine(),
                product.erpId(),
                line.batch(),
                line.quantity().amount());
    }

    static final class NotKnownToErp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKnownToErp(String what) {
            super(what + " is not known to the ERP that takes the return");
        }
    }
}
