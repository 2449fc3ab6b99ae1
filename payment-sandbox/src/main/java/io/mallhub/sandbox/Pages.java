package io.mallhub.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The few pages, bilingual. Everything that came from outside is escaped. */
final class Pages {
    private static final String FRAME = resource("frame.html");

    private Pages() {}

    static String cashier(Trade trade, boolean open) {
        String how =
                open
                        ? """
                          <form method="post" action="/cashier/pay"><input type="hidden" name="trade" value="%s">
                          <button class="pay">付款 Pay ¥ %s</button></form>
                          <form method="post" action="/cashier/leave"><input type="hidden" name="trade" value="%s">
                          <button>放弃 Give up</button></form>"""
                                .formatted(
                                        escaped(trade.number()),
                                        trade.amount().toPlainString(),
                                        escaped(trade.number()))
                        : """
                          <p class="over">%s</p>
                          <form method="post" action="/cashier/leave"><input type="hidden" name="trade" value="%s"><button>返回商户 Back to the merchant</button></form>"""
                                .formatted(
                                        trade.status() == Trade.Status.TRADE_SUCCESS
                                                ? "已付款 Paid"
                                                : "交易已关闭，不能付款 Closed: it can't be paid any more",
                                        escaped(trade.number()));
        return page(
                "收银台 Cashier",
                """
                <div class="card"><p class="subject">%s</p><p class="amount">¥ %s</p>
                <dl><dt>收款方 Paid to</dt><dd>演示商户 Demo merchant</dd><dt>商户单号 Merchant's number</dt><dd>%s</dd><dt>交易号 Trade</dt><dd>%s</dd></dl>%s</div>"""
                        .formatted(
                                escaped(trade.subject()),
                                trade.amount().toPlainString(),
                                escaped(trade.merchantNumber()),
                                escaped(trade.number()),
                                how));
    }

    static String refused(String why) {
        return page(
                "无法付款 Not possible",
                "<div class=\"card\"><p class=\"over\">" + escaped(why) + "</p></div>");
    }

    static String desk(List<Trade> trades, Faults faults) {
        StringBuilder rows = new StringBuilder();
        for (Fault fault : Fault.values()) {
            rows.append(
                    """
                    <form method="post" action="/faults" class="line"><input type="hidden" name="fault" value="%s"><label>%s
                    <input name="times" type="number" min="0" max="1000" value="%d"></label><button>设置 Set</button></form>"""
                            .formatted(fault, escaped(fault.words()), faults.left(fault)));
        }
        StringBuilder list = new StringBuilder();
        for (Trade trade : trades.reversed().subList(0, Math.min(50, trades.size()))) {
            list.append(
                    "<tr><td>%s</td><td>%s</td><td class=\"n\">%s</td><td>%s</td><td class=\"n\">%s</td></tr>"
                            .formatted(
                                    escaped(trade.number()),
                                    escaped(trade.merchantNumber()),
                                    trade.amount().toPlainString(),
                                    trade.status(),
                                    trade.refunded().toPlainString()));
        }
        return page(
                "故障开关与交易 Fault switches and trades",
                "<div class=\"card\"><p>次数用完即恢复正常。Each fault strikes so many times.</p>"
                        + rows
                        + "</div><div class=\"card wide\"><table><thead><tr><th>交易号 Trade</th><th>商户单号 Merchant's number</th><th>金额 Amount</th><th>状态 State</th><th>已退 Refunded</th></tr></thead><tbody>"
                        + list
                        + "</tbody></table></div>");
    }

    private static String page(String title, String body) {
        return FRAME.replace("{title}", title).replace("{body}", body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/sandbox/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Missing " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
