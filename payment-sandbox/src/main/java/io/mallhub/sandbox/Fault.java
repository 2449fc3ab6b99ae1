package io.mallhub.sandbox;

/** What can be made to go wrong, for so many times. */
public enum Fault {
    /** A payment is made and its notice never sent. */
    NOTICE_LOST("付款通知丢失", "The notice of a payment is lost"),
    /** Each notice is sent twice, the second although the first was taken. */
    NOTICE_TWICE("付款通知重复", "Each notice is sent twice"),
    /** The notice says one cent less; signed rightly. */
    WRONG_AMOUNT("通知金额少一分", "The notice says one cent less"),
    /** The notice is signed with another key. */
    WRONG_SIGNATURE("通知签名错误", "The notice is signed wrongly"),
    /** Each answer takes {@link Trades#SLOW}. */
    SLOW("应答很慢", "Answers come late"),
    /** What is asked is done, and the connection cut instead of an answer. */
    ANSWER_DROPPED("已执行但应答丢失", "Done, and the answer dropped"),
    REFUND_REFUSED("拒绝退款（商户余额不足）", "Refunds are refused: balance too low");

    private final String zh;
    private final String en;

    Fault(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    String words() {
        return zh + " · " + en;
    }
}
