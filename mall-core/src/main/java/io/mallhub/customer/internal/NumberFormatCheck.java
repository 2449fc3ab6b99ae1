package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckFinding.Result;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.DrugLicenceNumber;
import io.mallhub.customer.DrugLicenceNumber.Business;
import io.mallhub.customer.DrugLicenceNumber.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The number of the drug distribution licence has a known form, and its kind fits the buyer. */
final class NumberFormatCheck implements RegistrationCheck {
    private static final Map<CustomerType, Set<Business>> FITTING =
            Map.of(
                    CustomerType.WHOLESALER, Set.of(Business.WHOLESALE),
                    CustomerType.PHARMACY_CHAIN, Set.of(Business.CHAIN_HEADQUARTERS),
                    CustomerType.PHARMACY, Set.of(Business.CHAIN_SHOP, Business.SINGLE_SHOP));

    @Override
    public String name() {
        return "number-format";
    }

    @Override
    public List<CheckFinding> look(CaseFile file) {
        return file
                .holding()
                .current(DocumentType.DRUG_DISTRIBUTION_LICENCE)
                .map(licence -> ofNumber(licence.number(), file.company().type()))
                .stream()
                .toList();
    }

    private CheckFinding ofNumber(String number, CustomerType type) {
        String subject = DocumentType.DRUG_DISTRIBUTION_LICENCE.name();
        return switch (DrugLicenceNumber.parse(number)) {
            case Parsed.Current current
                    when FITTING.getOrDefault(type, Set.of()).contains(current.business()) ->
                    found(
                            Result.PASSED,
                            subject,
                            "licence-number",
                            current.value(),
                            current.business());
            case Parsed.Current current ->
                    found(
                            Result.WARNING,
                            subject,
                            "licence-of-others",
                            current.value(),
                            current.business(),
                            type);
            case Parsed.Older older ->
                    found(Result.PASSED, subject, "licence-number-older", older.value());
            case Parsed.Malformed bad ->
                    found(Result.FAILED, subject, "licence-number-malformed", bad.value());
        };
    }
}
