package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView.Difference;
import io.mallhub.customer.CheckReport;
import io.mallhub.customer.Company;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what each round handed in and what the checks found. */
@Component
class Rounds {
    private final RoundRepository rounds;
    private final JsonMapper json;

    Rounds(RoundRepository rounds, JsonMapper json) {
        this.rounds = rounds;
        this.json = json;
    }

    void keep(Application application, Submission submission, Instant now) {
        rounds.save(new Round(application, json.writeValueAsString(submission), now));
    }

    Optional<CheckReport> report(Application application) {
        return current(application)
                .map(Round::checks)
                .map(checks -> json.readValue(checks, CheckReport.class));
    }

    void keep(Application application, CheckReport report) {
        current(application)
                .orElseThrow(() -> new IllegalStateException("No round of " + application.number()))
                .keepChecks(json.writeValueAsString(report));
    }

    /**
     * What the current round changed; while a supplement is being prepared, what it has changed so
     * far.
     */
    List<Difference> differences(Application application, Company company, List<Document> current) {
        boolean isHandedIn = application.supplementRequest() == null;
        int before = isHandedIn ? application.round() - 1 : application.round();
        return rounds.findByApplicationAndRound(application.id(), before)
                .map(round -> json.readValue(round.snapshot(), Submission.class))
                .map(earlier -> Submission.of(company, current).differencesFrom(earlier))
                .orElse(List.of());
    }

    private Optional<Round> current(Application application) {
        return rounds.findByApplicationAndRound(application.id(), application.round());
    }
}
