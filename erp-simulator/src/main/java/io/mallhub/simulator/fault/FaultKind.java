package io.mallhub.simulator.fault;

/**
 * How a call can be broken. Each has its {@link FaultEffect} in {@link FaultEffects}, but for the
 * clock's.
 */
public enum FaultKind {
    DELAY("延迟"),
    DROP_BEFORE_COMMIT("提交前断线"),
    DROP_AFTER_COMMIT("提交后断线"),
    HTTP_500("HTTP 500"),
    HTTP_503("HTTP 503"),
    HTTP_429("HTTP 429"),
    TRUNCATED_REPLY("应答截断"),
    FAILURE_IN_200("200中报错"),
    DUPLICATE_DELIVERY("重复送达"),
    REORDERING("乱序"),
    SESSION_LOSS("会话丢失"),
    GBK_BYTES("GBK字节"),
    BAD_CHARACTERS("非法字符"),
    PAGING_DRIFT("翻页漂移"),
    /** Breaks no call: the ERP's clock is wrong while the switch is on. */
    CLOCK_SKEW("时钟偏差");

    private final String text;

    FaultKind(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
