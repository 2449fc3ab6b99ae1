package io.mallhub.openness.internal;

import io.mallhub.catalog.Visibility;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerView;
import io.mallhub.openness.Openness;
import io.mallhub.openness.PriceSight;
import io.mallhub.shared.ProductId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PriceSightDesk implements PriceSight {
    private static final KeptBack UNTIL_APPROVED = new KeptBack.UntilApproved();

    private final Openness openness;
    private final Visibility visibility;

    PriceSightDesk(Openness openness, Visibility visibility) {
        this.openness = openness;
        this.visibility = visibility;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<ProductId, KeptBack> keptBack(CustomerView company, Collection<ProductId> products) {
        Map<ProductId, KeptBack> keptBack = new HashMap<>();
        if (isApproved(company) || openness.doors().applicantsAreToldPrices()) {
            visibility
                    .withoutPrice(company.viewer(), products)
                    .forEach((product, rule) -> keptBack.put(product, new KeptBack.ByRule(rule)));
        } else {
            products.forEach(product -> keptBack.put(product, UNTIL_APPROVED));
        }
        return keptBack;
    }

    /** Once it was: who is locked or closed since is no applicant again. */
    private static boolean isApproved(CustomerView company) {
        return company.state() != CustomerState.APPLICANT;
    }
}
