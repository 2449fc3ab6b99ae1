package io.mallhub.promotion;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;

/**
 * Goods that come with the order for nothing.
 *
 * @param rule code of the rule that gives them
 */
public record Gift(String rule, int version, ProductId product, Quantity quantity) {}
