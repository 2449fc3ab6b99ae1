package io.mallhub.routes.outbound;

import io.mallhub.binding.Outgoing.Attempt;
import java.time.Duration;
import java.time.Instant;

/** A document on its way through a route. */
public sealed interface PaperPush {
    /**
     * @param ask the ERP may have the document: ask it before anything is sent
     */
    record Open(Attempt attempt, Paper paper, boolean ask) implements PaperPush, AskSendAsk.Open {
        Open with(Attempt changed, boolean askNow) {
            return new Open(changed, paper, askNow);
        }
    }

    /** It has an outcome; one of those below. */
    sealed interface Done extends PaperPush {}

    record Arrived(String erpNumber, Instant erpTime) implements Done {}

    /** The mall itself does not let it out: nothing was sent. */
    record Withheld(String why) implements Done {}

    /**
     * It lies ready for an ERP that fetches, or for the hours of its flow.
     *
     * @param lookAgain when it is worth while
     */
    record Waiting(String detail, Duration lookAgain) implements Done {}

    record Refused(String erpWords) implements Done {}

    record Unknown(String detail, boolean parked) implements Done {}

    record Unavailable(String detail) implements Done {}
}
