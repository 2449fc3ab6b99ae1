package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.processes.HeatMaps;
import io.mallhub.processes.HeatMaps.Heat;
import io.mallhub.processes.HeatMaps.Version;
import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.IncidentDesk.Group;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Slice;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.MessageRow;
import io.mallhub.processes.Instances.VariableChange;
import io.mallhub.processes.Instances.Writer;
import io.mallhub.processes.Pulse;
import io.mallhub.processes.Repair;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Repairs.Batch;
import io.mallhub.processes.Repairs.Item;
import io.mallhub.processes.Repairs.ItemState;
import io.mallhub.processes.Repairs.Step;
import io.mallhub.processes.SavedSearches;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Processes with something running, something broken and something repaired. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
class StandingOperations {
    static final long DEFINITION = 9;
    static final long BATCH = 7;
    static final String GROUP = "0f343b0931126a20f133d67c2b018a3b";

    static List<VariableChange> history() {
        return List.of(
                change("facts", "{\"total\":18240.00}", 5, Writer.JOB, "order.assess"),
                change("orderNumber", "\"" + StandingMall.ORDER + "\"", 5, Writer.PROCESS, ""),
                change("pushMode", "\"soap\"", 5, Writer.MESSAGE, "order-submitted"),
                change("pushMode", "\"rest\"", 1, Writer.STAFF, "张伟"));
    }

    static List<MessageRow> messages() {
        return List.of(
                new MessageRow(
                        "order-submitted",
                        StandingMall.ORDER,
                        true,
                        ago(5),
                        null,
                        "order-submitted",
                        ago(5)));
    }

    @Bean
    HeatMaps heatMaps() {
        HeatMaps heat = mock();
        Version version = new Version(DEFINITION, "order-approval", 3, ago(200), 214, 23);
        when(heat.versions())
                .thenReturn(
                        List.of(
                                new Version(8, "customer-registration", 1, ago(900), 12, 0),
                                version,
                                new Version(5, "order-approval", 2, ago(900), 3, 1)));
        when(heat.version(DEFINITION)).thenReturn(Optional.of(version));
        when(heat.heat(anyLong(), any()))
                .thenReturn(
                        List.of(
                                heat("assess-order", 0, 0, 1204, 120, 840),
                                heat("finance-approval", 18, 0, 161, 1_500_000, 21_000_000),
                                heat("push-order", 23, 23, 1190, 380, 9_400)));
        return heat;
    }

    /** A day with a burst at its end, two incidents and an hour that nobody looked at. */
    @Bean
    Pulse pulse() {
        Pulse pulse = mock();
        when(pulse.lastDay())
                .thenReturn(
                        IntStream.range(0, 96)
                                .mapToObj(
                                        step ->
                                                new Pulse.Beat(
                                                        StandingMall.NOW.minus(
                                                                Duration.ofMinutes(
                                                                        15L * (95 - step))),
                                                        step < 30 ? step % 4 : 20 + step * 7 % 40,
                                                        step == 60 ? 12 : step % 25 == 0 ? 1 : 0,
                                                        step > 40 && step < 45
                                                                ? null
                                                                : 90L + step * 37 % 400))
                                .toList());
        return pulse;
    }

    @Bean
    InstanceSearch instanceSearch(Instances instances) {
        List<Instances.InstanceRow> rows = instances.page(null, PageRequest.first(20)).items();
        InstanceSearch search = mock();
        when(search.find(any(), any(), anyInt())).thenReturn(new Slice(rows, null));
        when(search.found(any(), any(), anyInt(), anyInt()))
                .thenReturn(new InstanceSearch.Found(new Slice(rows, null), rows.size()));
        when(search.count(any(), anyInt())).thenReturn(rows.size());
        when(search.keys(any(), anyInt()))
                .thenReturn(rows.stream().map(Instances.InstanceRow::key).toList());
        return search;
    }

    @Bean
    IncidentDesk incidentDesk() {
        Group group =
                new Group(
                        GROUP,
                        "order-approval",
                        "push-order",
                        "JOB_NO_RETRIES",
                        IncidentDesk.Kind.ERP_AWAY,
                        "ERP #: connect timed out after # s",
                        "ERP 503: connect timed out after 10 s",
                        23,
                        ago(6),
                        ago(1),
                        new IncidentDesk.Owner("olga", "张伟", ago(1)));
        Group free =
                new Group(
                        "1f343b0931126a20f133d67c2b018a3b",
                        "customer-registration",
                        "create-erp-customer",
                        "EXTRACT_VALUE_ERROR",
                        IncidentDesk.Kind.VARIABLE,
                        "Expected result of the expression 'group' to be a list",
                        "Expected result of the expression 'group' to be a list",
                        1,
                        ago(30),
                        ago(30),
                        null);
        IncidentDesk desk = mock();
        when(desk.groups()).thenReturn(List.of(group, free));
        when(desk.group(anyString())).thenReturn(Optional.empty());
        when(desk.group(GROUP)).thenReturn(Optional.of(group));
        return desk;
    }

    @Bean
    SavedSearches savedSearches() {
        SavedSearches saved = mock();
        when(saved.all())
                .thenReturn(
                        List.of(
                                new SavedSearches.SavedSearch(
                                        "卡住的订单",
                                        "incidents=true&variable=total&op=between&value=1&most=9",
                                        "olga")));
        return saved;
    }

    @Bean
    Repairs repairs() {
        Batch batch =
                new Batch(
                        BATCH,
                        "retry",
                        Repair.Retry.all(),
                        "ERP 已恢复",
                        "张伟",
                        ago(1),
                        null,
                        61,
                        138,
                        1,
                        0);
        Item done = item(1, ItemState.DONE, "repair.done");
        Repairs repairs = mock();
        when(repairs.preview(any(), any()))
                .thenReturn(
                        List.of(
                                new Step(
                                        StandingMall.INSTANCE,
                                        StandingMall.ORDER,
                                        true,
                                        "repair.will.retry",
                                        "push-order"),
                                new Step(
                                        StandingMall.INSTANCE + 1,
                                        StandingMall.APPLICATION,
                                        false,
                                        "repair.cannot.ended",
                                        "")));
        when(repairs.batch(BATCH)).thenReturn(Optional.of(batch));
        when(repairs.batches(any())).thenReturn(new Page<>(List.of(batch), 0, 20, 1));
        when(repairs.items(anyLong(), any(), any()))
                .thenReturn(
                        new Page<>(
                                List.of(done, item(2, ItemState.FAILED, "repair.cannot.ended")),
                                0,
                                20,
                                2));
        when(repairs.of(anyLong())).thenReturn(List.of(done));
        return repairs;
    }

    private static Item item(long id, ItemState state, String outcome) {
        return new Item(
                id,
                BATCH,
                StandingMall.INSTANCE,
                StandingMall.ORDER,
                "retry",
                state,
                outcome,
                1,
                "ERP 已恢复",
                "张伟",
                ago(1),
                ago(1));
    }

    private static VariableChange change(
            String name, String json, int hours, Writer writer, String who) {
        return new VariableChange(name, json, "", ago(hours), writer, who);
    }

    private static Heat heat(
            String element, long tokens, long incidents, long left, long median, long p95) {
        return new Heat(
                element,
                tokens,
                incidents,
                left,
                Duration.ofMillis(median),
                Duration.ofMillis(p95));
    }

    private static Instant ago(int hours) {
        return StandingMall.NOW.minus(Duration.ofHours(hours));
    }
}
