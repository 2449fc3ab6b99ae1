package io.mallhub.connectors.client;

import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.util.List;
import java.util.stream.IntStream;

/** A real system played by what its public pages say, before the goods and orders of a test. */
interface PlayedPack {
    Reply answer(Request request);

    /**
     * Sends a line of an order out.
     *
     * @param delivery number of the delivery note
     */
    void ships(String delivery, Warehouse.Order order, String product, String batch, String count);

    /**
     * A lot on hand.
     *
     * @param expiry empty for goods that don't expire
     */
    record Lot(String product, String number, String expiry, String count) {}

    /** One to three lots of each good: their rows run over every page edge. */
    static List<Lot> lots(Warehouse warehouse) {
        List<String> codes = warehouse.codes();
        return IntStream.range(0, codes.size())
                .boxed()
                .flatMap(
                        n ->
                                IntStream.rangeClosed(0, n % 3)
                                        .mapToObj(
                                                k ->
                                                        new Lot(
                                                                codes.get(n),
                                                                "B" + n + k,
                                                                n == 0 ? "" : "2028-01-0" + (k + 1),
                                                                "" + 10 * (k + 1))))
                .toList();
    }
}
