package io.mallhub.storefront.registration;

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

/** One document with its file. An empty {@code validUntil} means long-term. */
record DocumentForm(
        @NotNull(message = "{form.required}") @Nullable DocumentType document,
        @NotBlank(message = "{form.required}") @Size(max = 100, message = "{form.too-long}")
                @Nullable String number,
        @NotBlank(message = "{form.required}") @Size(max = 200, message = "{form.too-long}")
                @Nullable String issuer,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate issuedOn,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate validUntil,
        @Nullable Set<String> scope,
        @NotNull(message = "{form.file}") @Nullable MultipartFile file) {

    DocumentData data() {
        return new DocumentData(
                Objects.requireNonNull(document),
                Objects.requireNonNull(number).strip(),
                Objects.requireNonNull(issuer).strip(),
                issuedOn,
                validUntil,
                scope == null ? Set.of() : scope);
    }
}
