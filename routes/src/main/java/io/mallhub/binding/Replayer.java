package io.mallhub.binding;

import org.jspecify.annotations.Nullable;

/** A flow that can apply one kept record again. */
public interface Replayer {
    Flow flow();

    /**
     * Applies one record in the caller's transaction.
     *
     * @param payload JSON of the canonical record
     * @throws CannotApply when it is still bad
     */
    void replay(String connection, String payload);

    /** Says why, in words for a person. */
    final class CannotApply extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final @Nullable String missing;

        /**
         * @param missing ERP key of the product or customer the record waits for
         */
        public CannotApply(String reason, @Nullable String missing) {
            super(reason);
            this.missing = missing;
        }

        public @Nullable String missing() {
            return missing;
        }
    }
}
