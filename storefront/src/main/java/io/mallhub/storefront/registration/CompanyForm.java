package io.mallhub.storefront.registration;

import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerType;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the applicant types of the company. Messages are keys of the storefront's texts. */
record CompanyForm(
        @NotBlank(message = "{form.required}") @Size(max = 200, message = "{form.too-long}")
                @Nullable String name,
        @NotNull(message = "{form.required}") @Nullable CustomerType type,
        @NotBlank(message = "{form.required}") @Size(max = 40, message = "{form.too-long}")
                @Nullable String uscc,
        @NotBlank(message = "{form.required}")
                @Pattern(regexp = Regions.KNOWN, message = "{form.region}")
                @Nullable String region,
        @NotBlank(message = "{form.required}") @Size(max = 200, message = "{form.too-long}")
                @Nullable String address,
        @NotBlank(message = "{form.required}") @Size(max = 100, message = "{form.too-long}")
                @Nullable String contact,
        @NotBlank(message = "{form.required}")
                @Pattern(regexp = "[0-9+() -]{6,20}", message = "{form.phone}")
                @Nullable String phone,
        @NotBlank(message = "{form.required}") @Size(max = 200, message = "{form.too-long}")
                @Nullable String invoiceTitle) {

    static CompanyForm empty() {
        return new CompanyForm(null, null, null, null, null, null, null, null);
    }

    static CompanyForm of(Company company) {
        return new CompanyForm(
                company.name(),
                company.type(),
                company.uscc(),
                company.region(),
                company.address(),
                company.contact(),
                company.phone(),
                company.invoiceTitle());
    }

    /** Only after validation. */
    Company company(@Nullable String salesperson) {
        return new Company(
                text(name),
                java.util.Objects.requireNonNull(type),
                text(uscc),
                text(region),
                text(address),
                text(contact),
                text(phone),
                text(invoiceTitle),
                salesperson);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
