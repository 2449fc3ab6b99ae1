package io.mallhub.simulator.salesorder;

/** Where a sales order stands, with the code of each protocol and the word of the back office. */
public enum OrderStatus {
    NEW("XJ", 0, "新建"),
    ACCEPTED("YS", 10, "已审核"),
    PARTLY_SHIPPED("BFFH", 20, "部分发货"),
    SHIPPED("YFH", 30, "已发货"),
    REJECTED("BH", 90, "已驳回"),
    VOID("ZF", 99, "已作废");

    private final String soap;
    private final int rest;
    private final String text;

    OrderStatus(String soap, int rest, String text) {
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

    /** Its open quantities are allocated in stock. */
    public boolean allocates() {
        return this == ACCEPTED || this == PARTLY_SHIPPED;
    }

    public boolean mayBeVoided() {
        return this == NEW || this == ACCEPTED || this == REJECTED;
    }
}
