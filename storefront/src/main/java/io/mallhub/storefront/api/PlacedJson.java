package io.mallhub.storefront.api;

/** The order a request made, or had made before. */
record PlacedJson(String number) {}
