package io.mallhub.storefront.documents;

import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/**
 * One document with its file, as {@code document} of the fragment {@code storefront/document ::
 * fields}. An empty {@code validUntil} means long-term.
 */
public record DocumentForm(
        @NotNull(message = "{form.required}") @Nullable DocumentType document,
        @NotBlank(message = "{form.required}") @Size(max = 100, message = "{form.too-long}")
                @Nullable String number,
        @NotBlank(message = "{form.required}") @Size(max = 200, message = "{form.too-long}")
                @Nullable String issuer,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate issuedOn,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validUntil,
        @Nullable Set<String> scope,
        @NotNull(message = "{form.file}") @Nullable MultipartFile file) {

    public static DocumentForm empty() {
        return new DocumentForm(null, null, null, null, null, null, null);
    }

    /** Begins as an earlier version, without its dates. */
    public static DocumentForm renewing(DocumentData earlier) {
        return new DocumentForm(
                earlier.type(),
                earlier.number(),
                earlier.issuer(),
                null,
                null,
                earlier.scopeCodes(),
                null);
    }

    public DocumentData data() {
        return new DocumentData(
                Objects.requireNonNull(document),
                Objects.requireNonNull(number).strip(),
                Objects.requireNonNull(issuer).strip(),
                issuedOn,
                validUntil,
                scope == null ? Set.of() : scope);
    }

    /** As the browser names it. */
    public String fileName() {
        return Objects.requireNonNullElse(
                Objects.requireNonNull(file).getOriginalFilename(), "document");
    }

    public byte[] content() {
        try {
            return Objects.requireNonNull(file).getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
