package io.mallhub.customer;

/** Looks at uploaded papers as at documents: by their content alone (no decision is kept). */
public interface Papers {
    /**
     * A whole PDF, JPEG or PNG and nothing else besides, as {@link Pictures#look} looks at
     * pictures. Decodes it: not for within a transaction.
     */
    Read read(String fileName, byte[] content);

    sealed interface Read {
        /**
         * @param file with a name that is safe to show and the media type its content says
         */
        record Paper(DocumentFile file, String sha256) implements Read {}

        /**
         * @param problem message key
         */
        record Refused(String problem, String detail) implements Read {}
    }
}
