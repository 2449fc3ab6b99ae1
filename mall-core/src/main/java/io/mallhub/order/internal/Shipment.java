package io.mallhub.order.internal;

import io.mallhub.order.OrderView;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One delivery of the ERP for an order; written once. */
@Entity
@Table(name = "order_shipment")
class Shipment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_shipment_seq")
    @SequenceGenerator(name = "order_shipment_seq", allocationSize = 50)
    private @Nullable Long id;

    private String orderNumber;
    private String deliveryNumber;
    private String connection;
    private Instant shippedAt;

    @ElementCollection
    @CollectionTable(name = "order_shipment_batch", joinColumns = @JoinColumn(name = "shipment_id"))
    @OrderColumn(name = "position")
    private List<ShipmentBatch> batches;

    @SuppressWarnings("NullAway.Init")
    protected Shipment() {}

    Shipment(
            String orderNumber,
            String deliveryNumber,
            String connection,
            Instant shippedAt,
            List<ShipmentBatch> batches) {
        this.orderNumber = orderNumber;
        this.deliveryNumber = deliveryNumber;
        this.connection = connection;
        this.shippedAt = shippedAt;
        this.batches = new ArrayList<>(batches);
    }

    OrderView.Shipment view() {
        return new OrderView.Shipment(
                deliveryNumber, shippedAt, batches.stream().map(ShipmentBatch::view).toList());
    }
}
