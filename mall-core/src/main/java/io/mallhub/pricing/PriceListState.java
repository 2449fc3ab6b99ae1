package io.mallhub.pricing;

/** Only a published list is asked for prices, from its first day to its last. */
public enum PriceListState {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
