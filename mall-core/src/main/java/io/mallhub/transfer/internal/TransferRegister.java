package io.mallhub.transfer.internal;

import io.mallhub.shared.Instants;
import io.mallhub.transfer.BankTransfers;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class TransferRegister implements BankTransfers {
    private final JdbcClient jdbc;
    private final Clock clock;

    TransferRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public ClaimOutcome claim(String reference, String document) {
        if (!reference.equals(BankTransfers.spelled(reference))
                || reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException("Not a reference as it is spelled: " + reference);
        }
        while (!claimed(reference, document)) {
            Optional<String> holder = documentOf(reference);
            if (holder.isPresent()) {
                return new ClaimOutcome.Taken(holder.get());
            } // else it was released meanwhile
        }
        return new ClaimOutcome.Claimed();
    }

    private boolean claimed(String reference, String document) {
        return jdbc.sql(
                                """
                                INSERT INTO bank_transfer (document, reference, claimed_at)
                                VALUES (:document, :reference, :now)
                                ON CONFLICT (reference) WHERE released_at IS NULL DO NOTHING
                                """)
                        .param("document", document)
                        .param("reference", reference)
                        .param("now", Instants.parameter(clock.instant()))
                        .update()
                == 1;
    }

    @Override
    public void release(String document) {
        jdbc.sql(
                        """
                        UPDATE bank_transfer SET released_at = :now
                        WHERE document = :document AND released_at IS NULL
                        """)
                .param("now", Instants.parameter(clock.instant()))
                .param("document", document)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> documentOf(String reference) {
        return jdbc.sql(
                        """
                        SELECT document FROM bank_transfer
                        WHERE reference = :reference AND released_at IS NULL
                        """)
                .param("reference", reference)
                .query(String.class)
                .optional();
    }
}
