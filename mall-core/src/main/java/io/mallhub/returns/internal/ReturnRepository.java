package io.mallhub.returns.internal;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReturnRepository extends Repository<ReturnRequest, UUID> {
    Optional<ReturnRequest> findByNumber(String number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from ReturnRequest r where r.number = :number")
    Optional<ReturnRequest> lockByNumber(String number);
}
