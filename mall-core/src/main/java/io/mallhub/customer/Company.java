package io.mallhub.customer;

import org.jspecify.annotations.Nullable;

/**
 * What a company states of itself. Free text is trimmed, at most 200 characters.
 *
 * @param uscc unified social credit code as typed; normalised on entry, a failed check character is
 *     a finding for the reviewer, never a refusal
 * @param region GB/T 2260 province or city code, for prices and visibility
 * @param salesperson login of the salesperson who brought the company, if any
 */
public record Company(
        String name,
        CustomerType type,
        String uscc,
        String region,
        String address,
        String contact,
        String phone,
        String invoiceTitle,
        @Nullable String salesperson) {}
