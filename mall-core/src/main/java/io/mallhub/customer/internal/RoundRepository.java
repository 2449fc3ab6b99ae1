package io.mallhub.customer.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RoundRepository extends Repository<Round, UUID> {
    Round save(Round round);

    Optional<Round> findByApplicationAndRound(UUID application, int round);
}
