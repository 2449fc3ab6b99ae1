package io.mallhub.console.returns;

import io.mallhub.returns.Returns.ActOutcome;
import java.util.Optional;

/** What the core refused, as a message key. */
final class Refusal {
    private Refusal() {}

    static Optional<String> of(ActOutcome outcome) {
        return switch (outcome) {
            case ActOutcome.Recorded _ -> Optional.empty();
            case ActOutcome.NotYou notYou -> Optional.of(notYou.why());
            case ActOutcome.NotNow _ -> Optional.of("console.notice.return-moved-on");
            case ActOutcome.Refused refused -> Optional.of(refused.problems().getFirst().problem());
        };
    }
}
