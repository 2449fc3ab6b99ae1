package io.mallhub.routes.reconcile;

import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.ReconciliationTurns;
import io.mallhub.binding.ReconciliationTurns.Finding;
import io.mallhub.binding.ReconciliationTurns.Turn;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.routes.inbound.InboundFlows;
import io.mallhub.routes.outbound.ErpTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * {@code erp-reconciliation}: takes a comparison through to its end, page by page. Whatever stops
 * it, the next turn goes on from the last page that was noted.
 */
@Component
class ReconciliationRoute extends RouteBuilder {
    static final String ID = "erp-reconciliation";
    private static final int LOOKED_FOR_AT_ONCE = 100;

    private final ReconciliationTurns turns;
    private final ErpConnections connections;
    private final ErpTrouble trouble;
    private final List<Comparison<?>> comparisons;
    private final InboundFlows.Settings settings;

    ReconciliationRoute(
            ReconciliationTurns turns,
            ErpConnections connections,
            ErpTrouble trouble,
            List<Comparison<?>> comparisons,
            InboundFlows.Settings settings) {
        this.turns = turns;
        this.connections = connections;
        this.trouble = trouble;
        this.comparisons = comparisons;
        this.settings = settings;
    }

    @Override
    public void configure() {
        // @formatter:off
        from("timer:" + ID + "?period=" + settings.tick().toMillis())
                .routeId(ID + "-trigger")
                .autoStartup(settings.autoStart())
                .to("direct:" + ID);

        from("direct:" + ID).routeId(ID).process(exchange -> turns.take().ifPresent(this::run));
        // @formatter:on
    }

    private void run(Turn turn) {
        Comparison<?> comparison =
                comparisons.stream()
                        .filter(it -> it.entity() == turn.entity())
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Nothing compares " + turn.entity()));
        try {
            run(turn, comparison);
        } catch (ErpFault fault) {
            trouble.note(turn.connection(), fault);
            turns.leave(turn, String.valueOf(fault.getMessage()));
        }
    }

    private <T> void run(Turn begun, Comparison<T> comparison) {
        ErpClient erp = connections.client(begun.connection());
        Optional<Turn> turn = Optional.of(begun);
        while (turn.isPresent() && turn.get().listing()) {
            turn = list(turn.get(), comparison, erp);
        }
        while (turn.isPresent()) {
            turn = sweep(turn.get(), comparison, erp);
        }
    }

    private <T> Optional<Turn> list(Turn turn, Comparison<T> comparison, ErpClient erp) {
        ErpPage<T> page = comparison.read(erp, turn.position(), settings.pageSize());
        List<String> keys = new ArrayList<>(page.records().stream().map(comparison::key).toList());
        page.bad().forEach(bad -> keys.add(bad.key())); // it is there, whatever is wrong with it
        boolean more = page.more() && !page.next().equals(turn.position());
        return turns.listed(
                turn, page.next(), more, keys, comparison.compare(turn, page.records()));
    }

    private <T> Optional<Turn> sweep(Turn turn, Comparison<T> comparison, ErpClient erp) {
        List<Link> missing =
                comparison.listsAll() ? turns.notListed(turn, LOOKED_FOR_AT_ONCE) : List.of();
        if (missing.isEmpty()) {
            turns.done(turn);
            return Optional.empty();
        }
        List<Finding> found = new ArrayList<>();
        for (Link link : missing) {
            comparison
                    .find(erp, link)
                    .map(record -> comparison.compare(turn, List.of(record)))
                    .orElseGet(() -> List.of(comparison.missing(link)))
                    .forEach(found::add);
        }
        return turns.swept(turn, Objects.requireNonNull(missing.getLast()).mallId(), found);
    }
}
