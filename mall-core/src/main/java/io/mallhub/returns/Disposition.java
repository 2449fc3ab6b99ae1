package io.mallhub.returns;

/** What becomes of goods in quarantine. All but BACK_TO_BUYER are accepted, that is credited. */
public enum Disposition {
    TO_STOCK,
    TO_SUPPLIER,
    DESTROY,
    BACK_TO_BUYER;

    public boolean isAccepted() {
        return this != BACK_TO_BUYER;
    }
}
