package io.mallhub.binding;

import io.mallhub.connectors.Exchange;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every exchange with every ERP, secrets masked when it is kept and personal data when it is read;
 * for the order thread and for search.
 */
public interface MessageLog {
    /**
     * Messages that hold the searched text, newest first, into which a search looks; older ones are
     * found by a narrower time.
     */
    int MOST_SEARCHED = 500;

    /** Oldest first: the messages about one business number, without what was sent and answered. */
    List<Message> about(String reference);

    /** As it went over the wire, personal data masked. */
    Optional<Exchange> message(long id);

    /**
     * As kept, for a person who has to know; the audit log names him.
     *
     * @param reason in his words
     * @return empty when there is no such message
     */
    Optional<Exchange> reveal(long id, String reason, Actor by);

    /**
     * Newest first, without what was sent and answered. A text is found at the begin of the number
     * and the operation, and anywhere in what {@link #message} shows: what is masked is not found.
     */
    Page<Message> page(Query query, PageRequest page);

    /**
     * @param from first moment; null for no begin
     * @param until first moment after the span; null for no end
     */
    record Query(
            @Nullable String connection,
            @Nullable String text,
            boolean faultsOnly,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static final Query ALL = new Query(null, null, false, null, null);

        public static Query of(String connection) {
            return new Query(connection, null, false, null, null);
        }

        public Query containing(String words) {
            return new Query(connection, words, faultsOnly, from, until);
        }
    }

    record Message(long id, Exchange exchange) {}
}
