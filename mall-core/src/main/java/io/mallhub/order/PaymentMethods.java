package io.mallhub.order;

import io.mallhub.customer.CustomerType;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payment methods a customer may choose: what is said of the customer itself, else of its
 * type, else all; never one that is not {@link #offered}. Changes are audited and count for orders
 * submitted from then on.
 */
public interface PaymentMethods {
    /** What this mall takes at all: ONLINE only where a payment provider is set up. */
    Set<PaymentMethod> offered();

    /** Empty for a customer that nobody knows. */
    Set<PaymentMethod> allowed(CustomerId customer);

    /** All types, those of which nothing is said too. */
    Map<CustomerType, Set<PaymentMethod>> ofTypes();

    /** What is said of this customer itself. */
    Optional<Set<PaymentMethod>> ofCustomer(CustomerId customer);

    void setOfType(CustomerType type, Set<PaymentMethod> methods, Actor by);

    /**
     * @param methods null: as its type
     */
    void setOfCustomer(CustomerId customer, @Nullable Set<PaymentMethod> methods, Actor by);
}
