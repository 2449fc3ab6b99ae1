package io.mallhub.customer.internal;

import io.mallhub.customer.Salespeople.Term;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when on somebody, or nobody, sells to a company; until the next one. */
@Embeddable
record SalesTerm(
        @Nullable String salesperson, Instant since, @Embedded Person person, String reason) {
    Term view() {
        return new Term(salesperson, since, person.name(), reason);
    }
}
