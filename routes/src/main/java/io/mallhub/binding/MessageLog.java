package io.mallhub.binding;

import io.mallhub.connectors.Exchange;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every exchange with every ERP, secrets masked; kept for the order thread and for search. */
public interface MessageLog {
    /** Oldest first: the raw messages about one business number. */
    List<Exchange> about(String reference);

    Optional<Exchange> message(long id);

    Page<Exchange> page(
            @Nullable String connection,
            @Nullable String text,
            boolean faultsOnly,
            PageRequest page);

    /** As {@link #page}, without what was sent and answered: many at once take little memory. */
    Page<Exchange> heads(
            @Nullable String connection,
            @Nullable String text,
            boolean faultsOnly,
            PageRequest page);
}
