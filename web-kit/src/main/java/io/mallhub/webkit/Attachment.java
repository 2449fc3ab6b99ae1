package io.mallhub.webkit;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Serves a file that someone uploaded: always as an attachment, never sniffed, with nothing allowed
 * inside it. Viewers of ours fetch it and draw it themselves.
 */
public final class Attachment {
    private Attachment() {}

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
