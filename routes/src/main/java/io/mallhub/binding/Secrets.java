package io.mallhub.binding;

import java.util.Map;

/** Locks secrets for the database; the keys are kept outside of it. */
public interface Secrets {
    /**
     * With the newest key.
     *
     * @param owner whose they are: the box opens for no other
     */
    byte[] lock(String owner, Map<String, String> secrets);

    /**
     * @throws IllegalStateException when the key of the box is not known here, or the box was
     *     tampered with
     */
    Map<String, String> open(String owner, byte[] box);
}
