package io.mallhub.webkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Serves a file that someone uploaded: always as an attachment, never sniffed, with nothing allowed
 * inside it. Viewers of ours fetch it and draw it themselves.
 */
public final class Attachment {
    /** Header of the answer, where a list in the file is not there whole. */
    public static final String CUT_SHORT = "X-MallHub-Cut-Short";

    private Attachment() {}

    static String cut(long shown, long of) {
        return "shows the first %d of %d".formatted(shown, of);
    }

    /**
     * @param cuts what is not there whole, in figures, where a program that fetches it looks
     */
    static ResponseEntity<byte[]> of(
            String fileName, String mediaType, byte[] content, List<String> cuts) {
        var file = of(fileName, mediaType, content);
        return cuts.isEmpty()
                ? file
                : ResponseEntity.ok()
                        .headers(file.getHeaders())
                        .header(CUT_SHORT, String.join("; ", cuts))
                        .body(file.getBody());
    }

    /**
     * @param mediaType as sniffed from the content when it was taken in, never what a client said
     */
    public static ResponseEntity<byte[]> of(String fileName, String mediaType, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
