package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.EntryView;
import io.mallhub.payment.OnlinePayments.EntryView.Kind;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentNotices.HandleOutcome;
import io.mallhub.payment.PaymentNotices.NoticeView;
import io.mallhub.payment.PaymentNotices.Verdict;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.payment.RefundState;
import io.mallhub.payment.RefundView;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A payment with a refund that was refused, one that is unclear, and odd notices. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingPayments {
    public static final String PAID = "OP20261123000012";
    public static final String UNCLEAR = "OP20261124000003";
    public static final String REFUSED = "RF20261124000002";

    private static final String NAME = "成都蓝天医药有限公司";
    private static final String TRADE = "2026112322001412345678901234";
    private static final Instant NOW = StandingMall.NOW;

    @Bean
    OnlinePayments onlinePayments() {
        OnlinePayments payments = mock();
        PaymentView paid = payment(PAID, PaymentState.PAID, "");
        PaymentView unclear =
                payment(
                        UNCLEAR,
                        PaymentState.UNCLEAR,
                        "Alipay: HttpTimeoutException request timed out");
        when(payments.isOffered()).thenReturn(true);
        when(payments.ofOrder(anyString())).thenReturn(Optional.of(paid));
        when(payments.find(PAID)).thenReturn(Optional.of(paid));
        when(payments.find(UNCLEAR)).thenReturn(Optional.of(unclear));
        when(payments.page(any(), any())).thenReturn(page(List.of(unclear, paid)));
        when(payments.ask(anyString())).thenReturn(PaymentState.UNCLEAR);
        when(payments.entries(anyString()))
                .thenReturn(
                        List.of(
                                entry(1, Kind.REQUESTED, StandingMall.ORDER, ""),
                                entry(2, Kind.PAID, TRADE, "TRADE_SUCCESS"),
                                entry(3, Kind.REFUND_REQUESTED, REFUSED, "refund.surplus")));
        return payments;
    }

    private static PaymentView payment(String number, PaymentState state, String unclear) {
        boolean paid = state == PaymentState.PAID;
        return new PaymentView(
                number,
                OnlinePayments.Purpose.ORDER,
                StandingMall.ORDER,
                StandingMall.COMPANY,
                NAME,
                Money.of("18240.00"),
                state,
                NOW.minus(Duration.ofHours(5)),
                NOW.plus(Duration.ofHours(15)),
                NOW.plus(Duration.ofHours(19)),
                paid ? TRADE : null,
                paid ? NOW.minus(Duration.ofHours(4)) : null,
                null,
                "",
                NOW.minus(Duration.ofHours(4)),
                unclear,
                Money.of(paid ? "18240.00" : "0"),
                Money.of(paid ? "1200.50" : "0"),
                Money.ZERO);
    }

    private static EntryView entry(long sequence, Kind kind, String document, String note) {
        return new EntryView(
                sequence, kind, document, Money.of("18240.00"), NOW, "order-approval", note);
    }

    @Bean
    OnlineRefunds onlineRefunds() {
        OnlineRefunds refunds = mock();
        RefundView refused =
                new RefundView(
                        REFUSED,
                        PAID,
                        StandingMall.ORDER,
                        NAME,
                        TRADE,
                        "CN20261124000001",
                        Money.of("1200.50"),
                        "外包装破损",
                        RefundState.REFUSED,
                        NOW.minus(Duration.ofHours(1)),
                        2,
                        "卖家余额不足 (ACQ.SELLER_BALANCE_NOT_ENOUGH)",
                        null);
        when(refunds.find(REFUSED)).thenReturn(Optional.of(refused));
        when(refunds.ofPayment(PAID)).thenReturn(List.of(refused));
        when(refunds.open(any())).thenReturn(page(List.of(refused)));
        when(refunds.retry(any(), any(), any())).thenReturn(new OnlineRefunds.ActOutcome.Done());
        when(refunds.settle(any(), any(), any())).thenReturn(new OnlineRefunds.ActOutcome.Done());
        return refunds;
    }

    @Bean
    PaymentNotices paymentNotices() {
        PaymentNotices notices = mock();
        NoticeView odd = notice(4, Verdict.WRONG_AMOUNT, "18239.99 ≠ 18240.00", false);
        when(notices.ofPayment(anyString()))
                .thenReturn(List.of(notice(2, Verdict.APPLIED, "", false), odd));
        when(notices.page(anyBoolean(), any()))
                .thenReturn(
                        page(
                                List.of(
                                        odd,
                                        notice(3, Verdict.UNKNOWN_PAYMENT, PAID, false),
                                        notice(1, Verdict.WRONG_MERCHANT, "2088/1", true))));
        when(notices.handled(anyLong(), any(), any())).thenReturn(new HandleOutcome.Done());
        return notices;
    }

    private static NoticeView notice(long id, Verdict verdict, String detail, boolean handled) {
        return new NoticeView(
                id,
                PAID,
                TRADE,
                "TRADE_SUCCESS",
                Money.of("18239.99"),
                "CNY",
                "2021000000000001/2088100000000001",
                verdict,
                detail,
                NOW.minus(Duration.ofHours(2)),
                id == 4 ? 3 : 1,
                handled ? "王芳" : null,
                handled ? NOW : null,
                handled ? "已在平台退回，凭证 4711" : "");
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items, 0, 20, items.size());
    }
}
