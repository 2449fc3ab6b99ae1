package io.mallhub.customer.internal;

import io.mallhub.customer.internal.Inspection.Refused;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes a picture to its end, without ever holding more than a small copy of it. */
final class PictureInspector {
    private static final int SMALL = 512;
    private static final int LONGEST_SIDE = 30_000;

    private final long pixels;

    PictureInspector(long pixels) {
        this.pixels = pixels;
    }

    Optional<Refused> problem(FileInspector.Kind kind, byte[] content) {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(kind.mediaType()).next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true); // its texts are not read, so none can be a bomb
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > pixels) {
                return Optional.of(new Refused("document.too-many-pixels", width + " × " + height));
            }
            String warning = decode(reader, Math.max(1, Math.max(width, height) / SMALL));
            return warning == null && isEndedIn(kind, content)
                    ? Optional.empty()
                    : broken(warning == null ? "end" : warning);
        } catch (IOException | RuntimeException e) {
            // The decoders throw anything on odd bytes; the bytes are at fault, not this hub.
            return broken(String.valueOf(e.getMessage()));
        } finally {
            reader.dispose();
        }
    }

    /** Returns what the decoder had to say; null when the picture is as it should be. */
    private static @Nullable String decode(ImageReader reader, int step) throws IOException {
        AtomicReference<@Nullable String> warning = new AtomicReference<>();
        IIOReadWarningListener listener = (source, text) -> warning.set(text);
        reader.addIIOReadWarningListener(listener);
        ImageReadParam small = reader.getDefaultReadParam();
        small.setSourceSubsampling(step, step, 0, 0);
        // Raw samples where possible: print shops scan in CMYK, which has no colours here.
        Raster decoded =
                reader.canReadRaster()
                        ? reader.readRaster(0, small)
                        : reader.read(0, small).getRaster();
        return decoded.getWidth() > 0 ? warning.get() : "empty";
    }

    private static boolean isEndedIn(FileInspector.Kind kind, byte[] content) {
        return kind == FileInspector.Kind.PNG
                ? Bytes.tail(content, 8).startsWith("IEND")
                : Bytes.tail(content, JPEG_TAIL).contains("\u00ff\u00d9");
    }

    /** Telephones put a little data of their own after the end mark. */
    private static final int JPEG_TAIL = 65_536;

    private static Optional<Refused> broken(String how) {
        return Optional.of(new Refused("document.broken", how));
    }
}
