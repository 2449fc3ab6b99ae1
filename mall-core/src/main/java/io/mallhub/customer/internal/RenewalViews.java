package io.mallhub.customer.internal;

import io.mallhub.customer.ApplicationView.Difference;
import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentView;
import io.mallhub.customer.RenewalView;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renewals as people read them. */
@Component
class RenewalViews {
    private final CustomerRepository customers;
    private final DocumentRepository documents;
    private final Clock clock;

    RenewalViews(CustomerRepository customers, DocumentRepository documents, Clock clock) {
        this.customers = customers;
        this.documents = documents;
        this.clock = clock;
    }

    RenewalView of(Renewal renewal) {
        LocalDate today = MallTime.today(clock);
        DocumentView expiring = documents.findById(renewal.expiring()).orElseThrow().view(today);
        Optional<DocumentView> proposed =
                renewal.proposed().flatMap(documents::findById).map(held -> held.view(today));
        return new RenewalView(
                renewal.number(),
                renewal.customer(),
                customers.findById(renewal.customer().value()).orElseThrow().company().name(),
                renewal.state(),
                expiring,
                proposed.orElse(null),
                proposed.map(after -> differences(expiring.data(), after.data())).orElse(List.of()),
                renewal.attempts(),
                renewal.openedAt(),
                renewal.lapsedAt(),
                renewal.decisions().stream().map(RenewalDecision::view).toList());
    }

    private static List<Difference> differences(DocumentData before, DocumentData after) {
        List<Difference> found = new ArrayList<>();
        compare(found, before, "number", before.number(), after.number());
        compare(found, before, "issuer", before.issuer(), after.issuer());
        compare(found, before, "issuedOn", day(before.issuedOn()), day(after.issuedOn()));
        compare(found, before, "validUntil", end(before), end(after));
        compare(
                found,
                before,
                "scopeCodes",
                new TreeSet<>(before.scopeCodes()).toString(),
                new TreeSet<>(after.scopeCodes()).toString());
        return found;
    }

    private static void compare(
            List<Difference> found, DocumentData of, String field, String before, String after) {
        if (!before.equals(after)) {
            found.add(new Difference(of.type() + "." + field, before, after));
        }
    }

    private static String day(@Nullable LocalDate date) {
        return Objects.toString(date, "");
    }

    private static String end(DocumentData data) {
        return Objects.toString(data.validUntil(), "long-term");
    }
}
