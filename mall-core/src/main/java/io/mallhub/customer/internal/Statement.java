package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.DrugLicenceNumber;
import io.mallhub.customer.internal.Inspection.Refused;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.Uscc;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an applicant states about a document: made comparable, and refused where it cannot be. */
final class Statement {
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_ISSUER = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** Papers between the two companies, which carry no public number. */
    private static final Set<DocumentType> UNNUMBERED =
            EnumSet.of(
                    DocumentType.PURCHASER_AUTHORISATION,
                    DocumentType.QUALITY_AGREEMENT,
                    DocumentType.INVOICING_DATA);

    private static final Set<String> SCOPES =
            Arrays.stream(RegulatoryCategory.values())
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());

    private Statement() {}

    static DocumentData normalised(DocumentData stated) {
        return new DocumentData(
                stated.type(),
                number(stated),
                plain(stated.issuer()),
                stated.issuedOn(),
                stated.validUntil(),
                stated.scopeCodes());
    }

    private static String number(DocumentData stated) {
        return switch (stated.type()) {
            case BUSINESS_LICENCE -> Uscc.normalise(plain(stated.number()));
            case DRUG_DISTRIBUTION_LICENCE -> DrugLicenceNumber.normalise(plain(stated.number()));
            default -> plain(stated.number());
        };
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
    }

    static Optional<Refused> problem(DocumentData data) {
        if (data.number().isEmpty() && !UNNUMBERED.contains(data.type())) {
            return refused("document.number-missing", data.type().name());
        }
        if (data.number().length() > LONGEST_NUMBER || data.issuer().length() > LONGEST_ISSUER) {
            return refused("document.text-too-long", LONGEST_NUMBER + ", " + LONGEST_ISSUER);
        }
        if (isImpossible(data.issuedOn()) || isImpossible(data.validUntil())) {
            return refused("document.date-impossible", EARLIEST + " … " + LATEST);
        }
        if (data.issuedOn() != null
                && data.validUntil() != null
                && data.validUntil().isBefore(data.issuedOn())) {
            return refused("document.dates-reversed", data.issuedOn() + " … " + data.validUntil());
        }
        return data.scopeCodes().stream()
                .filter(code -> !SCOPES.contains(code))
                .findFirst()
                .flatMap(code -> refused("document.unknown-scope", code));
    }

    private static boolean isImpossible(@Nullable LocalDate date) {
        return date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST));
    }

    private static Optional<Refused> refused(String problem, String detail) {
        return Optional.of(new Refused(problem, detail));
    }
}
