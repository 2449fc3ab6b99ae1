package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentType;
import io.mallhub.shared.RegulatoryCategory;

/**
 * One way in which a category may be sold to a kind of buyer.
 *
 * @param scopeCode what the document must state; empty when the document alone suffices
 */
record SaleRule(RegulatoryCategory category, DocumentType document, String scopeCode) {
    boolean isCoveredBy(Document held) {
        return held.type() == document && (scopeCode.isEmpty() || held.states(scopeCode));
    }
}
