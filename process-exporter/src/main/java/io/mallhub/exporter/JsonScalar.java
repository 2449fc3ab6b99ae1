package io.mallhub.exporter;

import org.jspecify.annotations.Nullable;

/** Reads a JSON string or number as plain text; the exporter carries no JSON library. */
final class JsonScalar {

    private JsonScalar() {}

    /** Null for JSON null, objects and arrays. */
    static @Nullable String text(String json) {
        if (json.startsWith("\"")) {
            return unescaped(json.substring(1, json.length() - 1));
        }
        boolean structure = json.startsWith("{") || json.startsWith("[");
        return structure || json.equals("null") ? null : json;
    }

    private static String unescaped(String string) {
        StringBuilder text = new StringBuilder(string.length());
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = string.charAt(++i);
            switch (escape) {
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'u' -> {
                    text.append((char) Integer.parseInt(string, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }
}
