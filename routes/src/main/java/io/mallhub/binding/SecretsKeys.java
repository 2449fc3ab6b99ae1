package io.mallhub.binding;

import java.util.List;

/** The keys that lock the secrets in the database, and what each of them still locks. */
public interface SecretsKeys {
    /** The newest first: whatever is locked from now on is locked with it. */
    List<Known> known();

    /**
     * @param id tells keys apart and nothing about them
     * @param boxes that it locks, or may lock
     */
    record Known(String id, boolean newest, long boxes) {
        /** Nothing is left that needs it. */
        public boolean removable() {
            return !newest && boxes == 0;
        }
    }
}
