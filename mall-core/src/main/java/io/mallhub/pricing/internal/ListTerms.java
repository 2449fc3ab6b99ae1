package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Reason;
import io.mallhub.shared.RegionCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a list may say of itself. */
final class ListTerms {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LEVEL = 60;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** As types of customers are named: which there are is the customers' matter. */
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z_]{0,39}");

    private ListTerms() {}

    /** Without blanks around it, and with the shortest name of a region. */
    static Terms clean(Terms terms) {
        return new Terms(
                Reason.of(terms.name()),
                clean(terms.audience()),
                terms.validFrom(),
                terms.validUntil());
    }

    private static Audience clean(Audience audience) {
        return audience.source() == Source.REGION
                ? RegionCode.beginning(audience.owner()).map(Audience::region).orElse(audience)
                : audience;
    }

    /** Message key of why nobody may write this. */
    static Optional<String> problem(Terms terms, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of("price-list.not-staff");
        }
        if (terms.name().isEmpty() || terms.name().length() > LONGEST_NAME) {
            return Optional.of("price-list.name");
        }
        if (!isKnown(terms.audience())) {
            return Optional.of("price-list.audience");
        }
        LocalDate from = terms.validFrom();
        LocalDate until = terms.validUntil();
        if (from != null && until != null && until.isBefore(from)) {
            return Optional.of("price-list.dates");
        }
        boolean dated = from != null && until != null;
        return terms.audience().source() == Source.SPECIAL && !dated
                ? Optional.of("price-list.undated")
                : Optional.empty();
    }

    /** A list for nobody would change nothing, and nobody would notice. */
    private static boolean isKnown(Audience audience) {
        return switch (audience.source()) {
            case AGREEMENT -> ID.matcher(audience.owner()).matches();
            case LEVEL -> !audience.owner().isBlank() && audience.owner().length() <= LONGEST_LEVEL;
            case TYPE -> TYPE.matcher(audience.owner()).matches();
            case REGION -> RegionCode.beginning(audience.owner()).isPresent();
            case SPECIAL -> audience.owner().isEmpty();
            case FLASH, BASE -> false;
        };
    }

    /** For the audit log. */
    static Map<String, String> said(Terms terms) {
        return Map.of(
                "name", terms.name(),
                "for", (terms.audience().source() + " " + terms.audience().label()).strip(),
                "validFrom", String.valueOf(terms.validFrom()),
                "validUntil", String.valueOf(terms.validUntil()));
    }
}
