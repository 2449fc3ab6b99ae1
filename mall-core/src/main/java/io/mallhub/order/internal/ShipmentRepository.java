package io.mallhub.order.internal;

import java.util.List;
import org.springframework.data.repository.Repository;

interface ShipmentRepository extends Repository<Shipment, Long> {
    void saveAndFlush(Shipment shipment);

    boolean existsByOrderNumberAndDeliveryNumber(String orderNumber, String deliveryNumber);

    List<Shipment> findByOrderNumberOrderByShippedAtAscIdAsc(String orderNumber);
}
