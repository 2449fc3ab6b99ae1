package io.mallhub.customer;

/** Looks at uploaded pictures as at documents: by their content alone (no decision is kept). */
public interface Pictures {
    /**
     * A whole JPEG or PNG and nothing else besides, not larger than {@code mallhub.upload.largest}
     * and with no more than {@code mallhub.upload.pixels}. Decodes it: not for within a
     * transaction.
     */
    Seen look(String fileName, byte[] content);

    sealed interface Seen {
        /**
         * @param file with a name that is safe to show and the media type its content says
         */
        record Picture(DocumentFile file, String sha256) implements Seen {}

        /**
         * @param problem message key
         */
        record Refused(String problem, String detail) implements Seen {}
    }
}
