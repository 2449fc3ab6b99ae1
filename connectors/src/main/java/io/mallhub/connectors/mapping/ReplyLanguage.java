package io.mallhub.connectors.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A format of replies with its expression language: XML with XPath, JSON with JSONata. */
public interface ReplyLanguage {
    /**
     * @throws IllegalArgumentException when it is not of the language, in words
     */
    void check(String expression);

    void check(FieldMap map);

    /**
     * @throws UnreadableReply when it is not well-formed, too deep, or holds a DTD
     */
    Document parse(String text);

    /** One parsed reply; used by one thread. */
    interface Document {
        /** Whether the expression holds; nothing found is false. */
        boolean holds(String expression);

        /** The text of what the expression selects, null for nothing. */
        @Nullable String text(String expression);

        List<Record> records(String expression);

        /** The reply itself as one record. */
        Record whole();
    }

    /** One record inside a reply. */
    interface Record {
        Fields fields(FieldMap map);

        /** As received, for people. */
        String payload();
    }

    /** The reply is not of its format. */
    final class UnreadableReply extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public UnreadableReply(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
