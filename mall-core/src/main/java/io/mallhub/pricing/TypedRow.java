package io.mallhub.pricing;

/**
 * A row of a price list as somebody typed it.
 *
 * @param number of the row in the file, as the reader of the file counts
 * @param code of a product, compared exactly: leading noughts and case matter
 * @param from quantity from which the price holds; blank for 1
 */
public record TypedRow(int number, String code, String from, String price) {}
