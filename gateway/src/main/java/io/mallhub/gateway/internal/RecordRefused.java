package io.mallhub.gateway.internal;

/** One record of a call can't be understood; its neighbours can. */
public final class RecordRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String detail;

    /**
     * @param code of the words in the bundle
     * @param detail what they are about, such as the name of a field
     */
    public RecordRefused(String code, String detail) {
        super(code + " " + detail);
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
