package io.mallhub.connectors.definition;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Makes a value harmless where it is put in. */
public enum Escape {
    XML {
        @Override
        void append(StringBuilder out, char c) {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                case '\n', '\r' -> out.append("&#").append((int) c).append(';');
                // XML has no way to write other control characters, and two that are none.
                default -> out.append((c < ' ' && c != '\t') || c >= '\uFFFE' ? ' ' : c);
            }
        }
    },
    JSON {
        @Override
        void append(StringBuilder out, char c) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
    },
    /** For what is encoded or signed as a whole afterwards. */
    PLAIN {
        @Override
        void append(StringBuilder out, char c) {
            out.append(c);
        }
    },
    /** A header's value: one line. */
    HEADER {
        @Override
        void append(StringBuilder out, char c) {
            out.append(c < ' ' || c == '\u007f' ? ' ' : c);
        }
    },
    URL {
        @Override
        String apply(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        }

        @Override
        void append(StringBuilder out, char c) {
            throw new IllegalStateException("encoded as a whole");
        }
    };

    String apply(String value) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            append(out, value.charAt(i));
        }
        return out.toString();
    }

    abstract void append(StringBuilder out, char c);
}
