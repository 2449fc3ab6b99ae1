package io.mallhub.gateway.internal;

import io.mallhub.binding.Deliveries.Brought;
import io.mallhub.binding.Flow;
import io.mallhub.gateway.ClientRight;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What an ERP may bring, the same over both protocols.
 *
 * @param name in the path of REST and in the message log
 * @param type a record of it in the contract
 * @param flow whose way it goes
 * @param key by which the reply names a record; null for none
 * @param reference the document of the mall it is about; empty for none
 * @param canonical in the words of the routes
 */
public record Operation<W>(
        String name,
        Class<W> type,
        ClientRight right,
        Flow flow,
        Function<W, String> key,
        Function<W, String> reference,
        BiFunction<WireRecords, W, Brought> canonical) {
    static <W> Operation<W> ofGoods(
            String name,
            Class<W> type,
            ClientRight right,
            Flow flow,
            Function<W, String> key,
            BiFunction<WireRecords, W, Brought> canonical) {
        return new Operation<>(name, type, right, flow, key, record -> "", canonical);
    }

    static <W> Operation<W> ofPapers(
            String name,
            Class<W> type,
            ClientRight right,
            Flow flow,
            Function<W, String> reference,
            BiFunction<WireRecords, W, Brought> canonical) {
        return new Operation<>(name, type, right, flow, reference, reference, canonical);
    }
}
