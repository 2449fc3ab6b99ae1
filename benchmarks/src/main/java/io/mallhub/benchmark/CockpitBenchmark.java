package io.mallhub.benchmark;

import io.mallhub.MallWithProcesses;
import io.mallhub.identity.Role;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.OrderQuery;
import io.mallhub.processes.HeatMaps;
import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.InstanceSearch.Cursor;
import io.mallhub.processes.InstanceSearch.VariableCondition;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.Tasks;
import io.mallhub.processes.Tasks.TaskQuery;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What operators' pages ask of read models with very many instances: the 95th percentile of what
 * the server needs for the answer, beside the limit of 150 ms. Every question is asked with another
 * value each time, and its answer must hold what was filled in.
 */
final class CockpitBenchmark {
    private static final double LIMIT_MILLIS = 150;
    private static final int WARM_UP = 10;
    private static final int TIMES = 60;

    private final int instances;

    CockpitBenchmark(int instances) {
        this.instances = instances;
    }

    void run(Machine machine, Report report) throws Exception {
        Database database = machine.database("cockpit");
        try (Hub hub =
                Hub.start(
                        MallWithProcesses.class,
                        database,
                        // No engine: the pages read PostgreSQL alone.
                        Map.of(
                                "mallhub.zeebe.gateway", "http://127.0.0.1:1",
                                "mallhub.zeebe.rest", "http://127.0.0.1:1"))) {
            long begin = System.nanoTime();
            FilledReadModels.fill(database, instances, diagram());
            report.say(
                    "%,d instances filled in %d s"
                            .formatted(
                                    instances,
                                    Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
            lists(hub, report);
            orders(hub.get(Orders.class), report);
            searches(hub.get(InstanceSearch.class), report);
        }
    }

    private void lists(Hub hub, Report report) {
        Instances pages = hub.get(Instances.class);
        Tasks tasks = hub.get(Tasks.class);
        measure(
                report,
                "instance page",
                n -> {
                    long key = FilledReadModels.key(some(n));
                    return pages.instance(key).orElseThrow().elements().size()
                            + pages.history(key).size()
                            + pages.messages(key).size();
                });
        TaskQuery open =
                new TaskQuery(Set.of(Role.FINANCE.group()), null, false, null, null, null, true);
        measure(
                report,
                "task list, by urgency",
                n -> tasks.page(open, PageRequest.of(n % 5, 20)).items().size());
        measure(
                report,
                "task list, by due date",
                n -> tasks.page(open, new PageRequest(n % 5, 20, "due")).items().size());
        TaskQuery all = new TaskQuery(null, null, false, "order-approval", null, null, false);
        measure(
                report,
                "task list, ended ones too",
                n -> tasks.page(all, PageRequest.of(n % 5, 20)).items().size());
        measure(report, "incident desk", n -> hub.get(IncidentDesk.class).groups().size());
        measure(
                report,
                "heat map",
                n ->
                        hub.get(HeatMaps.class)
                                .heat(1 + n % 3, now().minus(Duration.ofDays(1)))
                                .size());
        measure(report, "process versions", n -> hub.get(HeatMaps.class).versions().size());
    }

    private void orders(Orders orders, Report report) {
        list(report, orders, "newest", "", n -> OrderQuery.all());
        list(report, orders, "by amount", "-total", n -> OrderQuery.all());
        list(report, orders, "to approve", "", n -> inState(OrderState.IN_APPROVAL));
        list(report, orders, "ended, by amount", "-total", n -> inState(OrderState.COMPLETED));
        list(report, orders, "number", "", n -> about(number(some(n))));
        list(report, orders, "number in the ERP", "", n -> about("XSDD-%010d".formatted(sent(n))));
        list(report, orders, "start of a number", "", n -> about("SO00"));
        list(
                report,
                orders,
                "customer, one of 20,000",
                "",
                n -> about("康宁" + some(n) % FilledReadModels.CUSTOMERS + "大"));
        list(report, orders, "customer, all begin so", "", n -> about("康宁"));
        list(report, orders, "customer, all begin so, by amount", "total", n -> about("康宁"));
        list(report, orders, "one day", "", n -> day(n, null));
        list(report, orders, "one day, to approve", "", n -> day(n, OrderState.IN_APPROVAL));
    }

    private void list(
            Report report, Orders orders, String what, String sort, IntFunction<OrderQuery> query) {
        measure(
                report,
                "orders: " + what,
                n -> orders.page(query.apply(n), new PageRequest(0, 20, sort)).items().size());
    }

    /** One that the ERP has. */
    private int sent(int n) {
        int one = some(n);
        return one % 20 == 0 ? one - 1 : one;
    }

    /** The day of one order that was filled in. */
    private OrderQuery day(int n, @Nullable OrderState state) {
        Instant submitted = now().minusSeconds(2L * (instances - some(n)));
        LocalDate day = LocalDate.ofInstant(submitted, MallTime.ZONE);
        return new OrderQuery(null, state, null, null, day, day);
    }

    private static OrderQuery inState(OrderState state) {
        return new OrderQuery(null, state, null, null, null, null);
    }

    private static OrderQuery about(String text) {
        return new OrderQuery(null, null, null, text, null, null);
    }

    private void searches(InstanceSearch search, Report report) {
        find(report, search, "newest", n -> Criteria.ALL);
        measure(
                report,
                "search: a slice in the middle",
                n ->
                        search.find(
                                        Criteria.ALL,
                                        new Cursor(now().minusSeconds(2L * some(n)), 0),
                                        50)
                                .items()
                                .size());
        find(report, search, "number", n -> Criteria.ofNumber(number(some(n))));
        find(report, search, "start of a number", n -> Criteria.ofNumber("SO00"));
        find(
                report,
                search,
                "instance key",
                n -> Criteria.ofNumber("" + FilledReadModels.key(some(n))));
        find(
                report,
                search,
                "customer, one of 20,000",
                n -> customer("康宁" + some(n) % FilledReadModels.CUSTOMERS + "大"));
        find(report, search, "customer, all have it", n -> customer("大药房"));
        find(report, search, "state", n -> state(State.ACTIVE));
        find(report, search, "element, few stand there", n -> element("push-order"));
        find(report, search, "element, many stand there", n -> element("finance-approval"));
        find(report, search, "incidents only", n -> incident(true, null));
        find(report, search, "incident text, one", n -> incident(false, "order " + stuck(n) + ":"));
        find(report, search, "incident text, many", n -> incident(false, "article group"));
        find(
                report,
                search,
                "variable is, one",
                n -> variable(new VariableCondition.Is("note", "批次 B" + some(n))));
        find(
                report,
                search,
                "variable is, a third",
                n -> variable(new VariableCondition.Is("channel", "app")));
        find(
                report,
                search,
                "variable contains, few",
                n -> variable(new VariableCondition.Contains("note", "B" + some(n))));
        find(
                report,
                search,
                "variable contains, all",
                n -> variable(new VariableCondition.Contains("note", "批次")));
        find(
                report,
                search,
                "variable in narrow range",
                n -> {
                    double one = FilledReadModels.amount(some(n));
                    return variable(between(one, one + 0.05));
                });
        find(report, search, "variable in wide range", n -> variable(between(100, 800)));
        find(report, search, "one hour", n -> hour(n));
        find(report, search, "customer, state and variable", n -> many(n));
    }

    private void find(
            Report report, InstanceSearch search, String what, IntFunction<Criteria> criteria) {
        measure(
                report,
                "search: " + what,
                n -> search.found(criteria.apply(n), null, 50, 1_001).slice().items().size());
    }

    /** An answer of nothing means that the question was wrong. */
    private void measure(Report report, String what, IntToLongFunction page) {
        long[] nanos = new long[TIMES];
        for (int n = -WARM_UP; n < TIMES; n++) {
            long begin = System.nanoTime();
            long found = page.applyAsLong(Math.abs(n * 7919));
            if (found == 0) {
                throw new IllegalStateException(what + " found nothing");
            }
            if (n >= 0) {
                nanos[n] = System.nanoTime() - begin;
            }
        }
        Arrays.sort(nanos);
        double p95 = nanos[(int) Math.ceil(TIMES * 0.95) - 1] / 1e6;
        double median = nanos[TIMES / 2] / 1e6;
        report.add(
                new Result(
                        what,
                        1000 / p95,
                        "limit of 150 ms",
                        1000 / LIMIT_MILLIS,
                        "pages",
                        1,
                        "p95 %.1f ms, median %.1f ms, %,d instances"
                                .formatted(p95, median, instances)));
    }

    private int some(int n) {
        return 1 + (int) ((n * 104_729L) % instances);
    }

    /** One that is stuck, or was. */
    private int stuck(int n) {
        int one = some(n) / 50 * 50 + 7;
        return one <= instances ? one : 7;
    }

    private Criteria many(int n) {
        return new Criteria(
                "order-approval",
                null,
                State.COMPLETED,
                null,
                "康宁",
                null,
                false,
                null,
                null,
                new VariableCondition.Is("channel", "web"),
                null,
                null);
    }

    private Criteria hour(int n) {
        Instant from = now().minusSeconds(2L * Math.max(1800, some(n)) + 60);
        return new Criteria(
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                from,
                from.plus(Duration.ofHours(1)));
    }

    private static Criteria customer(String part) {
        return new Criteria(
                null, null, null, null, part, null, false, null, null, null, null, null);
    }

    private static Criteria state(State state) {
        return new Criteria(
                null, null, state, null, null, null, false, null, null, null, null, null);
    }

    private static Criteria element(String element) {
        return new Criteria(
                null, null, null, null, null, element, false, null, null, null, null, null);
    }

    private static Criteria incident(boolean open, @Nullable String text) {
        return new Criteria(null, null, null, null, null, null, open, text, null, null, null, null);
    }

    private static Criteria variable(VariableCondition condition) {
        return new Criteria(
                null, null, null, null, null, null, false, null, null, condition, null, null);
    }

    private static VariableCondition between(double from, double to) {
        return new VariableCondition.Between(
                "amount", BigDecimal.valueOf(from), BigDecimal.valueOf(to));
    }

    private static String number(int n) {
        return "SO%010d".formatted(n);
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static String diagram() throws IOException {
        try (InputStream in =
                CockpitBenchmark.class.getResourceAsStream("/bpmn/order-approval.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
