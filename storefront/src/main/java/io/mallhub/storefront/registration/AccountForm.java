package io.mallhub.storefront.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The first user of the company. */
record AccountForm(
        @NotBlank(message = "{form.required}")
                @Pattern(regexp = "[A-Za-z0-9._@-]{4,60}", message = "{form.login}")
                @Nullable String login,
        @NotBlank(message = "{form.required}") @Size(max = 100, message = "{form.too-long}")
                @Nullable String person,
        @NotBlank(message = "{form.required}")
                @Size(min = 10, max = 128, message = "{form.password}")
                @Nullable String password) {
    static AccountForm empty() {
        return new AccountForm(null, null, null);
    }
}
