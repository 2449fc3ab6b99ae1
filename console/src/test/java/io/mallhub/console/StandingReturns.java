package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.customer.DocumentFile;
import io.mallhub.order.ErpState;
import io.mallhub.order.TimelineEntry;
import io.mallhub.returns.ReturnOfOrder;
import io.mallhub.returns.ReturnPhotos;
import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnRow;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.ReturnWish;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Reversal;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Returns in quarantine, and some in every other state. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingReturns {
    public static final String RETURN = "RT20261124000003";
    public static final UUID PHOTO = new UUID(7, 1);
    private static final CustomerId COMPANY = new CustomerId(new UUID(1, 1));

    private static Instant ago(int hours) {
        return StandingMall.NOW.minus(Duration.ofHours(hours));
    }

    @Bean
    Returns returns() {
        Returns returns = mock();
        when(returns.page(any(), any())).thenReturn(new Page<>(rows(), 0, 20, 10));
        when(returns.find(RETURN)).thenReturn(Optional.of(view()));
        when(returns.ofOrder(StandingMall.ORDER))
                .thenReturn(
                        List.of(
                                new ReturnOfOrder(
                                        RETURN,
                                        ReturnState.RECEIVED,
                                        ReturnReason.DAMAGED,
                                        ago(50),
                                        Money.of("1288.32")),
                                new ReturnOfOrder(
                                        "RT20261124000004",
                                        ReturnState.REFUSED,
                                        ReturnReason.NOT_NEEDED,
                                        ago(40),
                                        Money.ZERO)));
        when(returns.timeline(RETURN))
                .thenReturn(
                        List.of(
                                new TimelineEntry(ago(50), "return.submitted", "李娜", "DAMAGED"),
                                new TimelineEntry(ago(49), "return.approved", "sales-return", ""),
                                new TimelineEntry(ago(48), "return.sent", "ERP", "TH0000017"),
                                new TimelineEntry(ago(3), "return.received", "马超", "")));
        when(returns.review(anyString(), anyBoolean(), anyString(), any()))
                .thenReturn(new Returns.ActOutcome.NotNow(ReturnState.RECEIVED));
        when(returns.receive(any()))
                .thenReturn(new Returns.ActOutcome.NotNow(ReturnState.RECEIVED));
        when(returns.inspect(any()))
                .thenReturn(new Returns.ActOutcome.NotNow(ReturnState.RECEIVED));
        when(returns.takeBack(anyString(), anyString(), any()))
                .thenReturn(new Returns.WithdrawOutcome.TooLate(ReturnState.RECEIVED));
        return returns;
    }

    @Bean
    ReturnPhotos returnPhotos() {
        ReturnPhotos photos = mock();
        when(photos.of(RETURN))
                .thenReturn(
                        List.of(
                                new ReturnPhotos.Photo(PHOTO, "外箱.jpg"),
                                new ReturnPhotos.Photo(new UUID(7, 2), "批号.jpg")));
        when(photos.file(eq(RETURN), any()))
                .thenReturn(
                        Optional.of(
                                new DocumentFile("外箱.png", "image/png", SampleFiles.picture())));
        return photos;
    }

    private static List<ReturnRow> rows() {
        return java.util.Arrays.stream(ReturnState.values())
                .map(
                        state ->
                                new ReturnRow(
                                        state == ReturnState.RECEIVED
                                                ? RETURN
                                                : "RT2026112300001" + state.ordinal(),
                                        StandingMall.ORDER,
                                        COMPANY,
                                        "成都蓝天医药有限公司",
                                        state,
                                        ErpState.ACKNOWLEDGED,
                                        ReturnReason.values()[state.ordinal() % 6],
                                        2,
                                        ago(50 + state.ordinal())))
                .toList();
    }

    private static ReturnView view() {
        return new ReturnView(
                RETURN,
                StandingMall.ORDER,
                COMPANY,
                "成都蓝天医药有限公司",
                ReturnState.RECEIVED,
                ErpState.ACKNOWLEDGED,
                "TH0000017",
                ReturnReason.DAMAGED,
                ReturnWish.EXCHANGE,
                "外箱受潮，部分破损",
                null,
                Actor.buyer("lina", "李娜"),
                ago(50),
                List.of(
                        line(1, "阿莫西林胶囊", "B240301", 24, false, Quantity.of(20)),
                        line(2, "门冬胰岛素注射液", "Y2401188", 6, true, Quantity.of(6))),
                List.of(
                        act(ReturnView.Kind.SUBMITTED, Actor.buyer("lina", "李娜"), 50),
                        act(ReturnView.Kind.RECEIVED, Actor.staff("warehouse", "马超"), 3)),
                new Reversal(
                        List.of(
                                reversed(1, "阿莫西林胶囊", 24, "875.52", "774.80", "100.72"),
                                reversed(2, "门冬胰岛素注射液", 6, "412.80", "400.78", "12.02")),
                        Money.of("30.00"),
                        List.of(),
                        Money.of("1258.32"),
                        Money.of("1148.21"),
                        Money.of("110.11"),
                        "",
                        List.of(
                                new Reversal.Consequence(
                                        "reversal.commission",
                                        Money.of("-11.76"),
                                        "zhao.liu",
                                        true))),
                null);
    }

    private static ReturnView.Line line(
            int number,
            String name,
            String batch,
            long asked,
            boolean cold,
            @Nullable Quantity came) {
        return new ReturnView.Line(
                number,
                "CK20261124009",
                number,
                StandingMall.PRODUCT,
                "YP00012" + number,
                name,
                "盒",
                batch,
                LocalDate.of(2027, 2, 28),
                cold,
                Quantity.of(asked),
                List.of(),
                came,
                Map.of(),
                "");
    }

    private static ReturnView.Act act(ReturnView.Kind kind, Actor by, int hours) {
        return new ReturnView.Act(kind, true, by, ago(hours), "");
    }

    private static Reversal.Line reversed(
            int line, String name, long quantity, String gross, String net, String tax) {
        return new Reversal.Line(
                line,
                StandingMall.PRODUCT,
                "YP00012" + line,
                name,
                Quantity.of(quantity),
                Money.of(gross),
                Money.of(net),
                Money.of(tax));
    }
}
