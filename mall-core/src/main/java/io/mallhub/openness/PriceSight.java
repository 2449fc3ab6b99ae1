package io.mallhub.openness;

import io.mallhub.catalog.VisibilityRule;
import io.mallhub.customer.CustomerView;
import io.mallhub.shared.ProductId;
import java.util.Collection;
import java.util.Map;

/**
 * Which prices the mall tells a company: whatever shows it a price, or sells by one, asks here.
 * Guests are told none.
 */
public interface PriceSight {
    /** Of these products those whose price it is not told, with why. One query. */
    Map<ProductId, KeptBack> keptBack(CustomerView company, Collection<ProductId> products);

    /** Why a price is not told. */
    sealed interface KeptBack {
        /** Message key: price.hidden, price.after-review. */
        String key();

        record ByRule(VisibilityRule rule) implements KeptBack {
            @Override
            public String key() {
                return "price.hidden";
            }
        }

        /**
         * Until its application is approved the company sees what a guest sees: no stock either.
         */
        record UntilApproved() implements KeptBack {
            @Override
            public String key() {
                return "price.after-review";
            }
        }
    }
}
