package io.mallhub.customer.internal;

import io.mallhub.customer.DocumentState;
import io.mallhub.customer.DocumentType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The current documents of one customer, on one day.
 *
 * @param today of the mall
 */
record Holding(List<Document> documents, LocalDate today) {
    Optional<Document> current(DocumentType type) {
        return documents.stream().filter(document -> document.type() == type).findFirst();
    }

    List<Document> anyOf(Collection<DocumentType> types) {
        return types.stream().flatMap(type -> current(type).stream()).toList();
    }

    boolean isValid(Document document) {
        return document.stateOn(today) == DocumentState.VALID;
    }
}
