package io.mallhub.connectors.client;

import io.mallhub.connectors.mapping.ReplyLanguage;

/** A reply that says yes. */
sealed interface Answer {
    record Success(ReplyLanguage.Document document) implements Answer {}

    /** A search without result, for an ERP that says so by a failure. */
    record NothingFound() implements Answer {}
}
