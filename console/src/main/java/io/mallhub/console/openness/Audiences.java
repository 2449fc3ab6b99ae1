package io.mallhub.console.openness;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.Customers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a rule is for, as it is typed. */
@Component
public class Audiences {
    private final Customers customers;

    Audiences(Customers customers) {
        this.customers = customers;
    }

    /**
     * Empty where nobody has that number or nothing was chosen.
     *
     * @param typed number of a customer, code of a level, or beginning of a region code
     */
    public Optional<Audience> typed(
            @Nullable AudienceKind kind, String typed, @Nullable CustomerType type) {
        return switch (kind) {
            case null -> Optional.empty();
            case EVERYONE -> Optional.of(Audience.EVERYONE);
            case TYPE ->
                    Optional.ofNullable(type).map(it -> new Audience(kind, it.name(), it.name()));
            case REGION, LEVEL -> Optional.of(new Audience(kind, typed, typed));
            case CUSTOMER ->
                    customers
                            .byNumber(typed)
                            .map(
                                    it ->
                                            Audience.customer(
                                                    it.id(),
                                                    it.number() + " " + it.company().name()));
        };
    }
}
