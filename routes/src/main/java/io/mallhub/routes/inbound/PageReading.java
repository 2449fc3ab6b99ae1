package io.mallhub.routes.inbound;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.ErpPage;

/** Reads the next page of a turn; no transaction is open meanwhile. */
class PageReading<T> {
    private final Inbound<T> inbound;
    private final ErpConnections connections;
    private final int limit;

    PageReading(Inbound<T> inbound, ErpConnections connections, int limit) {
        this.inbound = inbound;
        this.connections = connections;
        this.limit = limit;
    }

    PageRead<T> read(Turn turn) {
        ErpPage<T> page =
                inbound.read(connections.client(turn.connection()), turn.position(), limit);
        if (page.more() && page.next().equals(turn.position())) {
            throw new IllegalStateException(
                    "The ERP promises another page but its list does not move on from "
                            + turn.position());
        }
        return new PageRead<>(turn, page);
    }
}
