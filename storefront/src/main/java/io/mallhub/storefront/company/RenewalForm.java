package io.mallhub.storefront.company;

import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/** The new version of a document. An empty {@code validUntil} means long-term. */
record RenewalForm(
        @NotBlank(message = "{form.required}") @Size(max = 100, message = "{form.too-long}")
                @Nullable String number,
        @NotBlank(message = "{form.required}") @Size(max = 200, message = "{form.too-long}")
                @Nullable String issuer,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate issuedOn,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validUntil,
        @Nullable Set<String> scope,
        @NotNull(message = "{form.file}") @Nullable MultipartFile file) {

    /** Begins as the version in force, without its end. */
    static RenewalForm of(DocumentData inForce) {
        return new RenewalForm(
                inForce.number(), inForce.issuer(), null, null, inForce.scopeCodes(), null);
    }

    DocumentData data(DocumentType type) {
        return new DocumentData(
                type,
                Objects.requireNonNull(number).strip(),
                Objects.requireNonNull(issuer).strip(),
                issuedOn,
                validUntil,
                scope == null ? Set.of() : scope);
    }
}
