package io.mallhub.gateway.internal;

import io.mallhub.binding.MessageKeeping;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.transport.SecretMask;
import io.mallhub.gateway.wire.RecordResult;
import io.mallhub.gateway.wire.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Calls in the message log: each whole, and each record about a document of the mall with that
 * document, where it is kept as long as the document's own messages.
 */
@Component
class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final int LONGEST = 256 * 1024;
    private static final String CALLED = "called: ";

    private final MessageKeeping messages;
    private final WireJson json;
    private final Clock clock;
    private final SecretMask mask = new SecretMask(List.of());

    CallLog(MessageKeeping messages, WireJson json, Clock clock) {
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /** All lines of one call with one commit. */
    void keep(List<Exchange> lines) {
        messages.keep(lines);
    }

    Exchange about(
            Caller caller,
            String operation,
            String reference,
            @Nullable Object record,
            Object answer) {
        boolean good =
                !(answer instanceof RecordResult result) || result.getStatus() == Status.TAKEN;
        return new Exchange(
                caller.connection(),
                CALLED + operation,
                cut(reference, 100),
                caller.client().id(),
                record == null ? "" : cut(json.write(record), LONGEST),
                cut(json.write(answer), LONGEST),
                200,
                clock.instant(),
                Duration.ZERO,
                good ? null : ((RecordResult) answer).getReason());
    }

    /** Of a caller that is known; who did not get in is not known to belong to a connection. */
    void whole(CallNote note, String url, String request, String response, int status, Instant at) {
        Caller caller = Objects.requireNonNull(note.caller());
        messages.accept(
                new Exchange(
                        caller.connection(),
                        CALLED + note.operation(),
                        "",
                        url + " (" + caller.client().id() + ")",
                        cut(mask.mask(request), LONGEST),
                        cut(mask.mask(response), LONGEST),
                        status,
                        at,
                        Duration.between(at, clock.instant()),
                        note.fault()));
    }

    void broken(Caller caller, String operation, Exception why) {
        LOG.error("{} of {} could not be taken", operation, caller.client().id(), why);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest) + "… (" + text.length() + " characters in all)";
    }
}
