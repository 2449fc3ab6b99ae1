package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentType;
import java.util.List;

/**
 * A document that a kind of buyer must have.
 *
 * @param alternatives any one of them fulfils it; not empty
 * @param locksEverything whether all ordering stops without it, or only what it opens
 */
record Requirement(List<DocumentType> alternatives, boolean locksEverything) {
    DocumentType first() {
        return alternatives.getFirst();
    }
}
