package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.order.ShippedBatches;
import io.mallhub.recall.RecallClass;
import io.mallhub.recall.RecallRow;
import io.mallhub.recall.RecallState;
import io.mallhub.recall.RecallView;
import io.mallhub.recall.Recalls;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** An open recall with a buyer who has confirmed and one who has not, and a closed one. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingRecalls {
    public static final String RECALL = "RC202611240007";
    public static final String UNKNOWN_BATCH = "B-NEW";
    public static final String CLOSED = "RC202611200003";

    private static Instant ago(int hours) {
        return StandingMall.NOW.minus(Duration.ofHours(hours));
    }

    @Bean
    Recalls recalls() {
        Recalls recalls = mock();
        when(recalls.page(any(), any()))
                .thenReturn(
                        new Page<>(
                                List.of(
                                        row(RECALL, RecallState.OPEN, true, 1),
                                        row(CLOSED, RecallState.CLOSED, true, 0)),
                                0,
                                20,
                                2));
        when(recalls.find(anyString())).thenReturn(Optional.empty());
        when(recalls.find(RECALL)).thenReturn(Optional.of(view(RECALL, RecallState.OPEN)));
        when(recalls.find(CLOSED)).thenReturn(Optional.of(view(CLOSED, RecallState.CLOSED)));
        when(recalls.live(any()))
                .thenReturn(
                        List.of(
                                new Recalls.Live(
                                        RECALL,
                                        StandingMall.PRODUCT,
                                        "阿莫西林胶囊",
                                        "B240301",
                                        RecallClass.I,
                                        RecallState.OPEN)));
        when(recalls.reach(any(), anyString()))
                .thenReturn(new Recalls.Reach(0, 0, Quantity.ZERO, false, Quantity.ZERO, ""));
        when(recalls.reach(any(), eq("B240301")))
                .thenReturn(new Recalls.Reach(3, 2, Quantity.of(300), true, Quantity.of(1200), ""));
        when(recalls.reach(any(), eq("b240301")))
                .thenReturn(
                        new Recalls.Reach(0, 0, Quantity.ZERO, false, Quantity.ZERO, "B240301"));
        when(recalls.open(any())).thenReturn(new Recalls.OpenOutcome.Opened(RECALL, 2));
        when(recalls.close(anyString(), anyString(), any()))
                .thenReturn(new Recalls.ActOutcome.Done());
        when(recalls.unlock(anyString(), anyString(), any()))
                .thenReturn(new Recalls.ActOutcome.Done());
        return recalls;
    }

    @Bean
    ShippedBatches shippedBatches() {
        ShippedBatches shipped = mock();
        when(shipped.batches(any())).thenReturn(Set.of("B240301", "B240302"));
        return shipped;
    }

    private static RecallRow row(String number, RecallState state, boolean locked, int silent) {
        return new RecallRow(
                number,
                StandingMall.PRODUCT,
                "YP000123",
                "阿莫西林胶囊",
                "B240301",
                RecallClass.I,
                state,
                locked,
                ago(30),
                ago(6),
                2,
                0,
                silent);
    }

    private static RecallView view(String number, RecallState state) {
        Actor opener = Actor.staff("zhou", "周敏");
        boolean closed = state == RecallState.CLOSED;
        return new RecallView(
                number,
                StandingMall.PRODUCT,
                "YP000123",
                "阿莫西林胶囊",
                "盒",
                "B240301",
                RecallClass.I,
                "留样检出异物，可能严重危害健康，全部追回",
                new RecallView.Act(opener, ago(30), ""),
                ago(6),
                state,
                true,
                closed ? new RecallView.Act(Actor.staff("wu", "吴越"), ago(1), "已追回") : null,
                null,
                List.of(
                        buyer(1, "成都蓝天医药有限公司", ago(20)),
                        buyer(2, "广州市白云区某某某连锁大药房有限责任公司第一百二十三分店", null)));
    }

    private static RecallView.Buyer buyer(long id, String name, Instant confirmed) {
        return new RecallView.Buyer(
                new CustomerId(new UUID(1, id)),
                name,
                ago(6),
                ago(30),
                confirmed,
                confirmed == null ? null : Actor.buyer("han", "韩梅梅"),
                List.of(
                        new ShippedBatches.Delivery(
                                StandingMall.ORDER, "CK20261124009", ago(80), Quantity.of(200)),
                        new ShippedBatches.Delivery(
                                "SO20261120000417", "CK20261120031", ago(100), Quantity.of(50))),
                Quantity.of(confirmed == null ? 0 : 250));
    }
}
