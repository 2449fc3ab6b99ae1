package io.mallhub.connectors.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Goods and orders of an ERP, whatever it speaks. */
final class Warehouse {
    static final Instant BEGIN = Instant.parse("2026-11-24T08:00:00Z");

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private String refused = "";
    private boolean losesNext;
    private int session = 1;

    record Good(String code, String name, Instant changed) {}

    record Line(String product, BigDecimal quantity, BigDecimal price) {}

    record Order(String number, String reference, List<Line> lines, String state, int version) {
        Order to(String next) {
            return new Order(number, reference, lines, next, version + 1);
        }
    }

    /** Seven goods, three of them changed in one second: over every page edge. */
    List<Good> goods() {
        return IntStream.range(0, 7)
                .mapToObj(
                        n ->
                                new Good(
                                        "G000" + (n + 1),
                                        n == 0 ? "阿莫西林胶囊 <0.25g> & 盒" : "药品" + n,
                                        BEGIN.plusSeconds(n < 2 ? n : n < 5 ? 2 : n)))
                .toList();
    }

    List<String> codes() {
        return goods().stream().map(Good::code).toList();
    }

    void refusesCustomer(String customer) {
        refused = customer;
    }

    void losesReplyOfNextOrder() {
        losesNext = true;
    }

    boolean losesReply() {
        boolean loses = losesNext;
        losesNext = false;
        return loses;
    }

    void forgetsSessions() {
        session++;
    }

    String session() {
        return "session-" + session;
    }

    boolean refuses(String customer) {
        return customer.equals(refused);
    }

    synchronized Order begin(String reference, List<Line> lines, String state) {
        Order order =
                new Order("" + (orders.size() + 1), reference, new ArrayList<>(lines), state, 1);
        orders.put(order.number(), order);
        return order;
    }

    synchronized Order order(String number) {
        Order order = orders.get(number);
        if (order == null) {
            throw new IllegalArgumentException("no order " + number);
        }
        return order;
    }

    synchronized void move(String number, String state) {
        orders.put(number, order(number).to(state));
    }

    synchronized List<Order> all() {
        return List.copyOf(orders.values());
    }

    synchronized List<Order> ofReference(String reference) {
        return orders.values().stream().filter(it -> it.reference().equals(reference)).toList();
    }

    synchronized List<String> states() {
        return orders.values().stream().map(Order::state).toList();
    }

    synchronized List<String> lines(String number) {
        return order(number).lines().stream()
                .map(
                        it ->
                                "%s x %s = %s"
                                        .formatted(
                                                it.product(),
                                                it.quantity().stripTrailingZeros().toPlainString(),
                                                it.price().setScale(2).toPlainString()))
                .toList();
    }
}
