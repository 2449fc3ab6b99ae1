package io.mallhub.routes.order;

import io.mallhub.binding.Bindings.Link;
import io.mallhub.connectors.canonical.ErpOrderStatus.Batch;
import io.mallhub.connectors.canonical.ErpOrderStatus.Delivery;
import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.util.Map;

/** An ERP delivery as a shipment of the mall. */
final class DeliveryMapper {
    private DeliveryMapper() {}

    /**
     * @param products by ERP code
     * @throws UnknownProduct when a batch is of a product the mall doesn't know
     */
    static ReportShipment toReport(
            String connection, String number, Delivery delivery, Map<String, Link> products) {
        return new ReportShipment(
                number,
                delivery.code(),
                delivery.shippedAt(),
                delivery.batches().stream().map(batch -> batch(batch, products)).toList(),
                connection);
    }

    private static ReportShipment.Batch batch(Batch batch, Map<String, Link> products) {
        Link product = products.get(batch.productCode());
        if (product == null) {
            throw new UnknownProduct(batch.productCode());
        }
        return new ReportShipment.Batch(
                batch.line(),
                ProductId.of(product.mallId()),
                batch.batch(),
                batch.expiry(),
                new Quantity(batch.quantity()));
    }

    static final class UnknownProduct extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String code;

        UnknownProduct(String code) {
            super("The mall does not know product " + code + " yet");
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
