package io.mallhub.connectors.transport;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.function.IntFunction;

/** Text to bytes without ever losing a character: what the charset lacks is written as escape. */
public record BodyEncoding(Charset charset, IntFunction<String> escape) {
    public static BodyEncoding json(Charset charset) {
        return new BodyEncoding(
                charset,
                codePoint -> {
                    StringBuilder out = new StringBuilder();
                    for (char c : Character.toChars(codePoint)) {
                        out.append("\\u%04x".formatted((int) c));
                    }
                    return out.toString();
                });
    }

    public static BodyEncoding xml(Charset charset) {
        return new BodyEncoding(charset, "&#%d;"::formatted);
    }

    public byte[] encode(String text) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(text)) {
            return text.getBytes(charset);
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        c ->
                                safe.append(
                                        encoder.canEncode(Character.toString(c))
                                                ? Character.toString(c)
                                                : escape.apply(c)));
        return safe.toString().getBytes(charset);
    }
}
