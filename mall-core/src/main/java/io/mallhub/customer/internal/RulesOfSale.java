package io.mallhub.customer.internal;

import io.mallhub.customer.SellerLicences.SellerLicence;
import io.mallhub.shared.RegulatoryCategory;
import java.util.List;

/** What must hold before anything is sold to one kind of buyer, as the data says now. */
record RulesOfSale(
        List<Requirement> requirements,
        List<SaleRule> saleRules,
        List<SellerLicence> sellerLicences) {
    List<SaleRule> waysTo(RegulatoryCategory category) {
        return saleRules.stream().filter(rule -> rule.category() == category).toList();
    }
}
