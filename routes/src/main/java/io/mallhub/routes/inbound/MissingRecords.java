package io.mallhub.routes.inbound;

import io.mallhub.binding.CalledFlows;
import io.mallhub.binding.CalledFlows.Closed;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault.DataInvalid;
import io.mallhub.shared.Actor;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Dependencies first: an order, or figures of stock, that came before its customer or product
 * brings it along, where the ERP can be asked for one record and the connection takes them in.
 */
@Component
class MissingRecords {
    private static final Logger LOG = LoggerFactory.getLogger(MissingRecords.class);
    private static final int ASKED_AT_ONCE = 20;
    private static final int REPLAYED_AT_ONCE = 200;
    private static final Duration SELDOM = Duration.ofHours(1);

    private final Quarantine quarantine;
    private final ErpConnections connections;
    private final CalledFlows flows;
    private final List<OnDemand> kinds;

    MissingRecords(
            Quarantine quarantine,
            ErpConnections connections,
            CalledFlows flows,
            List<OnDemand> kinds) {
        this.quarantine = quarantine;
        this.connections = connections;
        this.flows = flows;
        this.kinds = kinds;
    }

    /** After the pages of a turn: asks for what is missing, and tries again what has arrived. */
    void bring(Turn turn) {
        List<String> missing =
                quarantine.missing(turn.connection(), turn.flow(), SELDOM, ASKED_AT_ONCE);
        if (!missing.isEmpty()) {
            List<OnDemand> askable = askable(turn.connection());
            missing.forEach(code -> ask(askable, turn.connection(), code));
        }
        quarantine
                .nowPossible(turn.connection(), turn.flow(), REPLAYED_AT_ONCE)
                .forEach(item -> quarantine.replay(item.id(), Actor.system(turn.flow().id())));
    }

    private List<OnDemand> askable(String connection) {
        ErpClient erp = connections.client(connection);
        return kinds.stream()
                .filter(kind -> kind.possible(erp) && comesIn(connection, kind))
                .toList();
    }

    private boolean comesIn(String connection, OnDemand kind) {
        return !(flows.closed(connection, kind.reading()).orElse(null) instanceof Closed.Off);
    }

    /** Which kind of record it is the key does not say. */
    private static void ask(List<OnDemand> kinds, String connection, String code) {
        for (OnDemand kind : kinds) {
            try {
                if (kind.bring(connection, code)) {
                    return;
                }
            } catch (DataInvalid e) {
                LOG.warn("{} of {} cannot be read by itself", code, connection, e);
            }
        }
    }
}
