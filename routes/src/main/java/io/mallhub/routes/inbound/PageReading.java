package io.mallhub.routes.inbound;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Turn;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpPage;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Reads the pages of a turn, one ahead: while a page is applied the ERP is asked for the next. No
 * transaction of the flow is open meanwhile, and a page that is read but never applied is read
 * again by the next turn, for the saved cursor has not moved past it.
 */
class PageReading<T> {
    private final Inbound<T> inbound;
    private final ErpConnections connections;
    private final int limit;
    private final Executor readers;

    /** By connection: it has one turn of a flow at a time. */
    private final Map<String, Ahead<T>> ahead = new ConcurrentHashMap<>();

    PageReading(Inbound<T> inbound, ErpConnections connections, int limit, Executor readers) {
        this.inbound = inbound;
        this.connections = connections;
        this.limit = limit;
        this.readers = readers;
    }

    PageRead<T> read(Turn turn) {
        ErpPage<T> page = page(turn);
        if (page.more()) {
            if (page.next().equals(turn.position())) {
                throw new IllegalStateException(
                        "The ERP promises another page but its list does not move on from "
                                + turn.position());
            }
            ahead.put(
                    turn.connection(),
                    Ahead.of(turn, page.next(), () -> fetch(turn, page.next()), readers));
        }
        return new PageRead<>(turn, page);
    }

    private ErpPage<T> page(Turn turn) {
        Ahead<T> read = ahead.remove(turn.connection());
        return read != null && read.isFor(turn) ? read.await() : fetch(turn, turn.position());
    }

    private ErpPage<T> fetch(Turn turn, Cursor from) {
        return inbound.read(connections.client(turn.connection()), from, limit);
    }

    private record Ahead<T>(long token, Cursor from, CompletableFuture<ErpPage<T>> page) {
        static <T> Ahead<T> of(
                Turn turn, Cursor from, Supplier<ErpPage<T>> reading, Executor readers) {
            return new Ahead<>(turn.token(), from, CompletableFuture.supplyAsync(reading, readers));
        }

        boolean isFor(Turn turn) {
            return turn.token() == token && turn.position().equals(from);
        }

        ErpPage<T> await() {
            try {
                return page.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException fault) {
                    throw fault;
                }
                throw e;
            }
        }
    }
}
