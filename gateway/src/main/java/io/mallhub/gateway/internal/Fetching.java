package io.mallhub.gateway.internal;

import io.mallhub.binding.Pickups;
import io.mallhub.binding.Pickups.There;
import io.mallhub.gateway.ClientRight;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What an ERP may fetch, the same over both protocols.
 *
 * @param name in the path of REST, in the answer and in the message log
 * @param reference of a record in the contract
 * @param wire in the words of the contract
 * @param type a confirmation in the contract
 * @param confirmed the reference it names; may be null
 * @param there in the words of the routes
 * @param <P> as handed out
 * @param <W> a record in the contract
 * @param <C> a confirmation in the contract
 */
public record Fetching<P, W, C>(
        String name,
        ClientRight right,
        Pickups<P> shelf,
        Function<P, W> wire,
        Function<W, String> reference,
        Class<C> type,
        Function<C, String> confirmed,
        BiFunction<WireRecords, C, There> there) {}
