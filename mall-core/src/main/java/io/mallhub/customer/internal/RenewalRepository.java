package io.mallhub.customer.internal;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RenewalRepository extends Repository<Renewal, UUID> {
    Renewal save(Renewal renewal);

    Optional<Renewal> findByNumber(String number);

    /** Every step on one renewal waits for the one before it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Renewal r where r.number = :number")
    Optional<Renewal> lockByNumber(String number);

    @Query(
            """
            select r from Renewal r
            where r.customer = :customer and r.state <> RenewalState.APPROVED
            order by r.validUntil, r.number
            """)
    List<Renewal> openOf(UUID customer);
}
