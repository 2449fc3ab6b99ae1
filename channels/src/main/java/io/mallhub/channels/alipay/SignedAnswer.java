package io.mallhub.channels.alipay;

import org.jspecify.annotations.Nullable;

/**
 * The two parts of an answer. What is signed is the text of the inner object as it was sent, byte
 * for byte: it is cut out of the answer, never written anew.
 *
 * @param content the inner object
 * @param sign base64; empty when there is none
 */
record SignedAnswer(String content, String sign) {
    /**
     * @param name of the inner object: {@code alipay_trade_query_response}, or {@code
     *     error_response}
     * @return null when the body holds no such object
     */
    static @Nullable SignedAnswer of(String body, String name) {
        int key = body.indexOf('"' + name + '"');
        int start = key < 0 ? -1 : body.indexOf('{', key + name.length() + 2);
        int end = start < 0 ? -1 : endOfObject(body, start);
        return end < 0
                ? null
                : new SignedAnswer(body.substring(start, end), text(body.substring(end), "sign"));
    }

    private static int endOfObject(String body, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int at = start; at < body.length(); at++) {
            char c = body.charAt(at);
            if (quoted) {
                if (c == '\\') {
                    at++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return at + 1;
            }
        }
        return -1;
    }

    private static String text(String rest, String name) {
        int key = rest.indexOf('"' + name + '"');
        int start = key < 0 ? -1 : rest.indexOf('"', key + name.length() + 2);
        int end = start < 0 ? -1 : rest.indexOf('"', start + 1);
        return end < 0 ? "" : rest.substring(start + 1, end).replace("\\/", "/");
    }
}
