package io.mallhub.returns.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReturnRepository extends Repository<ReturnRequest, UUID> {
    Optional<ReturnRequest> findByNumber(String number);

    @Query(
            """
            select r from ReturnRequest r left join fetch r.lines
            where r.orderNumber = :order order by r.origin.at, r.number
            """)
    List<ReturnRequest> ofOrder(String order);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ReturnRequest r where r.number = :number")
    Optional<ReturnRequest> lockByNumber(String number);
}
