package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.Papers;
import io.mallhub.customer.Pictures;
import io.mallhub.customer.internal.Inspection.Passed;
import io.mallhub.customer.internal.Inspection.Refused;
import io.mallhub.shared.Sha256;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides by content alone what an uploaded file is: a whole PDF, JPEG or PNG and nothing else
 * besides, or refused. What the client says of it counts for nothing.
 */
@Component
class FileInspector implements Pictures, Papers {
    private static final int LONGEST_NAME = 120;

    private final UploadSettings settings;
    private final PictureInspector pictures;

    FileInspector(UploadSettings settings) {
        this.settings = settings;
        this.pictures = new PictureInspector(settings.pixels());
    }

    Inspection inspect(String fileName, byte[] content) {
        if (content.length == 0) {
            return new Refused("document.empty", "0");
        }
        if (content.length > settings.largest().toBytes()) {
            return new Refused("document.too-large", settings.largest().toMegabytes() + " MiB");
        }
        Optional<Kind> kind = Kind.of(content);
        if (kind.isEmpty()) {
            return new Refused("document.not-a-picture-or-pdf", "");
        }
        Optional<Refused> problem =
                Polyglots.problem(content)
                        .or(
                                () ->
                                        kind.get() == Kind.PDF
                                                ? PdfInspector.problem(content)
                                                : pictures.problem(kind.get(), content));
        return problem.<Inspection>map(refused -> refused)
                .orElseGet(
                        () ->
                                new Passed(
                                        new CheckedFile(
                                                safeName(fileName, kind.get()),
                                                kind.get().mediaType(),
                                                content,
                                                Sha256.hex(content))));
    }

    @Override
    public Read read(String fileName, byte[] content) {
        return switch (inspect(fileName, content)) {
            case Refused refused -> new Read.Refused(refused.problem(), refused.detail());
            case Passed passed ->
                    new Read.Paper(
                            new DocumentFile(
                                    passed.file().name(), passed.file().mediaType(), content),
                            passed.file().sha256());
        };
    }

    @Override
    public Seen look(String fileName, byte[] content) {
        return switch (inspect(fileName, content)) {
            case Refused refused -> new Seen.Refused(refused.problem(), refused.detail());
            case Passed passed when passed.file().mediaType().equals(Kind.PDF.mediaType()) ->
                    new Seen.Refused("document.not-a-picture", passed.file().name());
            case Passed passed ->
                    new Seen.Picture(
                            new DocumentFile(
                                    passed.file().name(), passed.file().mediaType(), content),
                            passed.file().sha256());
        };
    }

    /** Without folders, control and direction characters, and with the ending that fits. */
    private static String safeName(String fileName, Kind kind) {
        String last =
                fileName.substring(
                        Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain =
                Normalizer.normalize(last, Normalizer.Form.NFC)
                        .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*;%&]", "")
                        .replaceAll("\\.[A-Za-z0-9]{1,5}$", "")
                        .replaceAll("^[.\\s]+|[.\\s]+$", "");
        String stem = plain.isEmpty() ? "document" : plain;
        int end = Math.min(stem.length(), LONGEST_NAME);
        boolean splitsCharacter = Character.isHighSurrogate(stem.charAt(end - 1));
        return stem.substring(0, splitsCharacter ? end - 1 : end) + kind.ending();
    }

    enum Kind {
        PDF("application/pdf", ".pdf", "25504446 2d"),
        JPEG("image/jpeg", ".jpg", "ffd8ff"),
        PNG("image/png", ".png", "89504e470d0a1a0a");

        private final String mediaType;
        private final String ending;
        private final byte[] magic;

        Kind(String mediaType, String ending, String magic) {
            this.mediaType = mediaType;
            this.ending = ending;
            this.magic = HexFormat.of().parseHex(magic.replace(" ", ""));
        }

        String mediaType() {
            return mediaType;
        }

        String ending() {
            return ending;
        }

        static Optional<Kind> of(byte[] content) {
            for (Kind kind : values()) {
                if (Bytes.startsWith(content, kind.magic)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
