package io.mallhub.console.prices;

import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Viewer;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom a price list is for: typed, and the customers behind it. */
@Component
class ListAudiences {
    private final Customers customers;

    ListAudiences(Customers customers) {
        this.customers = customers;
    }

    /** Empty where nobody has that number or nothing was chosen. */
    Optional<Audience> typed(ListForm form) {
        Source source = form.source();
        return switch (source) {
            case null -> Optional.empty();
            case AGREEMENT ->
                    customers
                            .byNumber(form.typedOwner())
                            .map(
                                    it ->
                                            Audience.customer(
                                                    it.id(),
                                                    it.number() + " " + it.company().name()));
            case LEVEL -> Optional.of(Audience.level(form.typedOwner()));
            case TYPE -> Optional.ofNullable(form.type()).map(it -> Audience.type(it.name()));
            case REGION -> Optional.of(Audience.region(form.typedOwner()));
            case SPECIAL ->
                    form.typedOwner().isEmpty() ? Optional.of(Audience.EVERYONE) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Somebody the list is for: of an agreement the customer with all that he is. */
    Viewer viewer(PriceList list) {
        Audience audience = list.terms().audience();
        return switch (audience.source()) {
            case AGREEMENT ->
                    customers
                            .customer(CustomerId.of(audience.owner()))
                            .map(CustomerView::viewer)
                            .orElse(Viewer.GUEST);
            case LEVEL -> new Viewer(null, audience.owner(), "", "");
            case TYPE -> new Viewer(null, "", audience.owner(), "");
            case REGION -> new Viewer(null, "", "", audience.owner());
            default -> Viewer.GUEST;
        };
    }

    /** Active customers that the list is for. */
    Page<CustomerView> customers(PriceList list, PageRequest page) {
        Audience audience = list.terms().audience();
        return switch (audience.source()) {
            case AGREEMENT -> {
                List<CustomerView> one =
                        customers.customer(CustomerId.of(audience.owner())).stream().toList();
                yield new Page<>(one, 0, page.size(), one.size());
            }
            case LEVEL -> customers.ofLevel(audience.owner(), page);
            case TYPE -> customers.ofType(CustomerType.valueOf(audience.owner()), page);
            case REGION -> customers.ofRegion(audience.owner(), page);
            default -> customers.ofRegion("", page);
        };
    }
}
