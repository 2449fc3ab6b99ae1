package io.mallhub.order.internal;

import io.mallhub.order.Orders;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<Order, UUID> {
    Optional<Order> findByNumber(String number);

    @Query(
            """
            select new io.mallhub.order.Orders$Standing(o.customerName, o.state, o.erp.state, o.erp.number, o.total = 0)
            from SalesOrder o where o.number = :number
            """)
    Optional<Orders.Standing> standing(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from SalesOrder o where o.number = :number")
    Optional<Order> lockByNumber(String number);
}
