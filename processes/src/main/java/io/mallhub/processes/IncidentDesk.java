package io.mallhub.processes;

import io.mallhub.identity.StaffView;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Open incidents by cause: one cause is looked after by one person and fixed once. */
public interface IncidentDesk {
    /** Most victims first; at most {@value #MOST}. */
    List<Group> groups();

    Optional<Group> group(String key);

    /** Takes it over from whoever had it. Audited. */
    void take(String key, StaffView by);

    /** Gives it back; nothing happens when somebody else has it. */
    void release(String key, StaffView by);

    int MOST = 200;

    /**
     * @param key same as long as the cause stays the same
     * @param kind what it means for the business; texts are {@code incident.kind.<KIND>}
     * @param cause the message without what differs from case to case
     * @param sample the message of the newest victim
     * @param victims instances with this incident open now
     */
    record Group(
            String key,
            String process,
            String element,
            String errorType,
            Kind kind,
            String cause,
            String sample,
            long victims,
            Instant first,
            Instant last,
            @Nullable Owner owner) {}

    record Owner(String login, String name, Instant since) {}

    /** Kinds of causes, as those who run the mall speak of them. */
    enum Kind {
        /** The ERP does not answer. */
        ERP_AWAY,
        /** The ERP answers, and says no. */
        ERP_REFUSES,
        /** The ERP's answer can't be read or makes no sense. */
        ERP_DATA,
        /** The payment provider does not answer. */
        PROVIDER_AWAY,
        DATABASE,
        /** The order or application is in a state in which this step is not allowed. */
        WRONG_STATE,
        /** A value the process needs is missing or of the wrong kind. */
        VARIABLE,
        DECISION,
        /** An error nothing in the diagram handles. */
        UNHANDLED_ERROR,
        OTHER;

        /** By the code that the worker gave; without one, by what the engine and others say. */
        public static Kind of(String errorType, String cause) {
            return IncidentMessage.kind(cause)
                    .orElseGet(() -> ofForeign(errorType, cause.toLowerCase(Locale.ROOT)));
        }

        private static Kind ofForeign(String errorType, String words) {
            return switch (errorType) {
                case "EXTRACT_VALUE_ERROR", "IO_MAPPING_ERROR", "CONDITION_ERROR" -> VARIABLE;
                case "CALLED_DECISION_ERROR", "DECISION_EVALUATION_ERROR" -> DECISION;
                case "UNHANDLED_ERROR_EVENT" -> UNHANDLED_ERROR;
                default -> ofWords(words);
            };
        }

        private static Kind ofWords(String words) {
            if (has(words, "unavailable", "connection refused", "timed out", "timeout", "http #")) {
                return ERP_AWAY;
            }
            if (has(words, "refused", "rejected")) {
                return ERP_REFUSES;
            }
            if (has(words, "invalid data", "unreadable", "cannot parse", "no answer")) {
                return ERP_DATA;
            }
            if (has(words, "jdbc", "sql", "connection is not available", "deadlock")) {
                return DATABASE;
            }
            return has(words, "cannot ", "not allowed", "illegal") ? WRONG_STATE : OTHER;
        }

        private static boolean has(String words, String... any) {
            return Arrays.stream(any).anyMatch(words::contains);
        }
    }
}
