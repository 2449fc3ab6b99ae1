package io.mallhub.binding;

import java.util.Map;

/** Locks secrets for the database; the key is kept outside of it. */
public interface Secrets {
    /**
     * @param owner whose they are: the box opens for no other
     */
    byte[] lock(String owner, Map<String, String> secrets);

    /**
     * @throws IllegalStateException when the key is another one or the box was tampered with
     */
    Map<String, String> open(String owner, byte[] box);
}
