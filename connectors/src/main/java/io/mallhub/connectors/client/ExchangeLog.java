package io.mallhub.connectors.client;

import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.transport.SecretMask;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands exchanges on, masked and cut. */
final class ExchangeLog {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeLog.class);

    /** Of each body, in characters: the promise of {@link Exchange}. */
    private static final int LONGEST = 256 * 1024;

    /** A secret must not survive because the cut went through it. */
    private static final int MARGIN = 4096;

    private final Consumer<Exchange> listener;

    ExchangeLog(Consumer<Exchange> listener) {
        this.listener = listener;
    }

    /** Never throws: a log that fails must not turn a sure answer into an unsure one. */
    void tell(Exchange raw, SecretMask mask) {
        try {
            listener.accept(
                    new Exchange(
                            raw.connection(),
                            raw.operation(),
                            raw.reference(),
                            mask.mask(raw.url()),
                            body(raw.request(), mask),
                            body(raw.response(), mask),
                            raw.status(),
                            raw.at(),
                            raw.took(),
                            raw.fault() == null ? null : mask.mask(raw.fault())));
        } catch (RuntimeException e) {
            LOG.error(
                    "exchange {} {} of {} could not be logged",
                    raw.operation(),
                    raw.reference(),
                    raw.connection(),
                    e);
        }
    }

    private static String body(String text, SecretMask mask) {
        boolean long_ = text.length() > LONGEST + MARGIN;
        String masked = mask.mask(long_ ? text.substring(0, LONGEST + MARGIN) : text);
        if (masked.length() <= LONGEST && !long_) {
            return masked;
        }
        return masked.substring(0, Math.min(LONGEST, masked.length()))
                + "… ("
                + text.length()
                + " characters in all)";
    }
}
