package io.mallhub.connectors.client;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token that calls carry; many threads need it, one fetches it. */
final class Tokens {
    private final Clock clock;
    private @Nullable Token token;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param until not used from then on
     */
    record Token(String text, Instant until) {
        static Token lasting(String text) {
            return new Token(text, Instant.MAX);
        }
    }

    synchronized String current(Supplier<Token> login) {
        Token kept = token;
        if (kept == null || !clock.instant().isBefore(kept.until())) {
            kept = login.get();
            token = kept;
        }
        return kept.text();
    }

    /**
     * @param stale token that was refused; another thread may have renewed it meanwhile
     */
    synchronized String renewed(String stale, Supplier<Token> login) {
        Token kept = token;
        if (kept == null || kept.text().equals(stale)) {
            kept = login.get();
            token = kept;
        }
        return kept.text();
    }

    synchronized Optional<String> kept() {
        return Optional.ofNullable(token).map(Token::text);
    }
}
