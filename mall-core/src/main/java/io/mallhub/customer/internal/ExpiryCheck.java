package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckFinding.Result;
import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentType;
import java.time.LocalDate;
import java.util.List;

/** The documents are in force, not about to end, and their dates are possible. */
final class ExpiryCheck implements RegistrationCheck {
    private static final int SOON_DAYS = 30;
    private static final int DRUG_LICENCE_YEARS = 5;

    @Override
    public String name() {
        return "expiry";
    }

    @Override
    public List<CheckFinding> look(CaseFile file) {
        LocalDate today = file.holding().today();
        return file.holding().documents().stream()
                .map(document -> ofDates(document.data(), today))
                .toList();
    }

    private CheckFinding ofDates(DocumentData data, LocalDate today) {
        String subject = data.type().name();
        LocalDate issued = data.issuedOn();
        LocalDate until = data.validUntil();
        boolean isDrugLicence = data.type() == DocumentType.DRUG_DISTRIBUTION_LICENCE;
        if (issued != null && issued.isAfter(today)) {
            return found(Result.FAILED, subject, "issued-later", issued, today);
        }
        if (until == null) {
            return found(isDrugLicence ? Result.WARNING : Result.PASSED, subject, "long-term");
        }
        if (today.isAfter(until)) {
            return found(Result.FAILED, subject, "ended", until, today);
        }
        if (!today.plusDays(SOON_DAYS).isBefore(until)) {
            return found(Result.WARNING, subject, "ends-soon", until);
        }
        if (isDrugLicence
                && issued != null
                && until.isAfter(issued.plusYears(DRUG_LICENCE_YEARS))) {
            return found(Result.WARNING, subject, "too-long", issued, until, DRUG_LICENCE_YEARS);
        }
        return found(Result.PASSED, subject, "until", until);
    }
}
