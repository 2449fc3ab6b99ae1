package io.mallhub.connectors;

/**
 * What the definition states of its ERP.
 *
 * @param orders what keeps a repeated order from becoming two
 * @param customers the same for customers
 * @param reportsAvailable stock figures are already without open orders
 */
public record Guarantees(Repeat orders, Repeat customers, boolean reportsAvailable) {
    public enum Repeat {
        /** The ERP refuses a second one with the same reference. */
        IDEMPOTENT,
        /** The ERP can be asked by reference. */
        PROBEABLE,
        /** Neither: an unknown outcome needs a person. */
        NEITHER
    }
}
