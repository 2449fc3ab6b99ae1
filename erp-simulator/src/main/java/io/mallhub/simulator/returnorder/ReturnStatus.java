package io.mallhub.simulator.returnorder;

/** Where a return stands, with the code of each protocol and the word of the back office. */
public enum ReturnStatus {
    OPEN("DS", 0, "待收货"),
    RECEIVED("YR", 30, "已收货"),
    REJECTED("BH", 90, "已驳回"),
    VOID("ZF", 99, "已作废");

    private final String soap;
    private final int rest;
    private final String text;

    ReturnStatus(String soap, int rest, String text) {
        this.soap = soap;
        this.rest = rest;
        this.text = text;
    }

    public String soap() {
        return soap;
    }

    public int rest() {
        return rest;
    }

    public String text() {
        return text;
    }
}
