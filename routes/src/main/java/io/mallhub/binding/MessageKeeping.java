package io.mallhub.binding;

import io.mallhub.connectors.Exchange;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps exchanges in the message log, whatever becomes of the caller's transaction. What was
 * exchanged never fails because its line could not be kept.
 */
public interface MessageKeeping extends Consumer<Exchange> {
    /** Several with one commit, in their order. */
    void keep(List<Exchange> exchanges);
}
