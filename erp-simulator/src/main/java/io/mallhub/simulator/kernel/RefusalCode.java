package io.mallhub.simulator.kernel;

/** Why the ERP refuses, with the code of each protocol. */
public enum RefusalCode {
    CUSTOMER_UNKNOWN("KH001", 2001, "客户不存在"),
    CUSTOMER_STOPPED("KH002", 2002, "客户已停用"),
    CUSTOMER_EXISTS("KH003", 2003, "税号已存在"),
    CUSTOMER_INVALID("KH004", 2004, "客户资料不完整"),
    CUSTOMER_CHANGED("KH005", 2005, "客户资料已被修改"),
    MATERIAL_UNKNOWN("WL001", 3001, "物料不存在"),
    MATERIAL_STOPPED("WL002", 3002, "物料已停用"),
    MATERIAL_CHANGED("WL003", 3003, "物料资料已被修改"),
    MATERIAL_INVALID("WL004", 3004, "物料资料不完整"),
    REFERENCE_EXISTS("DD001", 4001, "外部单号已存在"),
    QUANTITY_INVALID("DD002", 4002, "数量必须大于零"),
    PRICE_INVALID("DD003", 4003, "单价、折扣或金额不能为负"),
    AMOUNT_INVALID("DD004", 4004, "金额与数量乘单价减折扣不符"),
    ORDER_UNKNOWN("DD005", 4005, "订单不存在"),
    STATUS_WRONG("DD006", 4006, "当前状态不允许此操作"),
    LINES_INVALID("DD007", 4007, "分录为空或行号重复"),
    STOCK_SHORT("DD008", 4008, "库存不足"),
    BATCH_INVALID("DD009", 4009, "批号不存在、已过期或数量不足"),
    RETURN_UNKNOWN("TH001", 6001, "退货单不存在"),
    VOUCHER_INVALID("PZ001", 7001, "凭证金额必须大于零"),
    POSTING_INVALID("KC001", 5001, "库存过账有误"),
    BUSY("XT001", 9001, "系统忙，请稍后再试"),
    SESSION_LOST("XT002", 9002, "会话信息已丢失，请重试");

    private final String soap;
    private final int rest;
    private final String text;

    RefusalCode(String soap, int rest, String text) {
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
