package io.mallhub.returns.internal;

import org.springframework.stereotype.Component;

/** Returns loaded for change: the row is locked to the end of the transaction. */
@Component
class OpenReturns {
    private final ReturnRepository returns;

    OpenReturns(ReturnRepository returns) {
        this.returns = returns;
    }

    /** Throws {@link IllegalArgumentException} for a number nobody gave. */
    ReturnRequest lock(String number) {
        return returns.lockByNumber(number)
                .orElseThrow(() -> new IllegalArgumentException("No return " + number));
    }
}
