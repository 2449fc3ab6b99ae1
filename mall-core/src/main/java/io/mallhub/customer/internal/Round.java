package io.mallhub.customer.internal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was handed in with one submission, and the one report of the checks on it, both as JSON. */
@Entity
@Table(name = "application_round")
class Round {
    @Id private UUID id;
    private UUID application;
    private int round;
    private Instant submittedAt;
    private String snapshot;
    private @Nullable String checks;
    @Version private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Round() {}

    Round(Application application, String snapshot, Instant now) {
        this.id = UUID.randomUUID();
        this.application = application.id();
        this.round = application.round();
        this.submittedAt = now;
        this.snapshot = snapshot;
    }

    String snapshot() {
        return snapshot;
    }

    @Nullable String checks() {
        return checks;
    }

    void keepChecks(String report) {
        if (checks != null) {
            throw new IllegalStateException("Round " + round + " has its report");
        }
        checks = report;
    }
}
