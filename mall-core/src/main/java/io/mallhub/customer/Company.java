package io.mallhub.customer;

import io.mallhub.shared.Uscc;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a company states of itself. Free text is trimmed, at most 200 characters.
 *
 * @param uscc unified social credit code as typed; normalised on entry, a failed check character is
 *     a finding for the reviewer, never a refusal
 * @param region GB/T 2260 province or city code, for prices and visibility
 * @param salesperson login of the salesperson who sells to the company, if any
 */
@Embeddable
public record Company(
        String name,
        @Enumerated(EnumType.STRING) CustomerType type,
        String uscc,
        String region,
        String address,
        String contact,
        String phone,
        String invoiceTitle,
        @Nullable String salesperson) {
    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /**
     * @throws IllegalArgumentException if a text is longer than 200 characters
     */
    public Company {
        name = text("name", name);
        uscc = Uscc.normalise(text("uscc", uscc));
        region = text("region", region);
        address = text("address", address);
        contact = text("contact", contact);
        phone = text("phone", phone);
        invoiceTitle = text("invoiceTitle", invoiceTitle);
        salesperson = salesperson == null || salesperson.isBlank() ? null : salesperson.strip();
    }

    /** The same company with another salesperson. */
    public Company soldToBy(@Nullable String other) {
        return new Company(name, type, uscc, region, address, contact, phone, invoiceTitle, other);
    }

    private static String text(String field, String typed) {
        String text = CONTROL.matcher(typed).replaceAll(" ").strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(field + " has at most 200 characters");
        }
        return text;
    }
}
