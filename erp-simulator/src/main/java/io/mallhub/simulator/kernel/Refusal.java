package io.mallhub.simulator.kernel;

import org.jspecify.annotations.Nullable;

/** A rule of the ERP says no. Thrown, because it must also undo the transaction it happens in. */
public final class Refusal extends RuntimeException {

    private final RefusalCode code;
    private final @Nullable String number;

    public Refusal(RefusalCode code, String detail) {
        this(code, detail, null);
    }

    /**
     * @param detail what exactly is wrong, in Chinese, for a person
     * @param number the customer or order that stands in the way, where there is one
     */
    public Refusal(RefusalCode code, String detail, @Nullable String number) {
        super(detail.isEmpty() ? code.text() : detail, null, false, false);
        this.code = code;
        this.number = number;
    }

    public RefusalCode code() {
        return code;
    }

    public @Nullable String number() {
        return number;
    }

    /** The text for a person; never null, unlike {@link #getMessage()}. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
