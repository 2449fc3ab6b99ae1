package io.mallhub.connectors.client;

import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON-RPC 2.0 over one address: tokens for pages, decimals in wrappers, orders in two calls. */
final class JsonRpcCangku {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Asia/Shanghai"));
    private static final int PAGE = 3;

    private final Warehouse warehouse;

    JsonRpcCangku(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    Reply answer(Request request) {
        if (!request.header("Authorization").equals("Bearer t-4711")) {
            return error("-32401", "bad token");
        }
        JsonNode asked = JSON.readTree(request.body());
        JsonNode params = asked.path("params");
        String id = params.path("id").asString("");
        return switch (asked.path("method").asString("")) {
            case "system.ping" -> result("true");
            case "product.list" -> page(params, JsonRpcCangku::product);
            case "stock.list" -> page(params, JsonRpcCangku::stock);
            case "order.find" -> find(params.path("external_id").asString(""));
            case "order.create" -> create(params);
            case "order.confirm" -> {
                warehouse.move(id, "confirmed");
                yield result("true");
            }
            case "order.get" -> result("{\"version\":" + warehouse.order(id).version() + "}");
            case "order.void" -> voided(id, params.path("version").asInt());
            default -> error("-32601", "no such method");
        };
    }

    private Reply find(String reference) {
        List<Warehouse.Order> found = warehouse.ofReference(reference);
        return found.isEmpty()
                ? error("404", "no such order")
                : result(
                        found.stream()
                                .map(
                                        it ->
                                                "{\"id\":%s,\"external_id\":\"%s\",\"state\":\"%s\",\"updated\":\"%s\"}"
                                                        .formatted(
                                                                it.number(),
                                                                it.reference(),
                                                                it.state()
                                                                        .toLowerCase(
                                                                                java.util.Locale
                                                                                        .ROOT),
                                                                time(Warehouse.BEGIN)))
                                .collect(Collectors.joining(",", "{\"orders\":[", "]}")));
    }

    private Reply create(JsonNode params) {
        if (warehouse.refuses(params.path("customer").asString(""))) {
            return error("12", "客户已停用");
        }
        List<Warehouse.Line> lines = new ArrayList<>();
        for (JsonNode line : params.path("lines")) {
            lines.add(
                    new Warehouse.Line(
                            line.path("sku").asString(""),
                            decimal(line.path("qty")),
                            decimal(line.path("price"))));
        }
        Warehouse.Order made =
                warehouse.begin(params.path("external_id").asString(""), lines, "open");
        return warehouse.losesReply() ? Reply.lost() : result("{\"id\":" + made.number() + "}");
    }

    private Reply voided(String id, int version) {
        if (warehouse.order(id).version() != version) {
            return error("-32001", "changed meanwhile");
        }
        warehouse.move(id, "VOID");
        return result("true");
    }

    private interface Row {
        String of(Warehouse.Good good);
    }

    private Reply page(JsonNode params, Row row) {
        String cursor = params.path("cursor").asString("");
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor.substring(2));
        List<Warehouse.Good> goods = warehouse.goods();
        int to = Math.min(goods.size(), from + PAGE);
        String rows =
                goods.subList(from, to).stream().map(row::of).collect(Collectors.joining(","));
        String next = to < goods.size() ? "\"c:" + to + "\"" : "null";
        return result(
                "{\"at\":\"%s\",\"items\":[%s],\"next\":%s}"
                        .formatted(time(Warehouse.BEGIN), rows, next));
    }

    private static String product(Warehouse.Good good) {
        return "{\"sku\":\"%s\",\"name\":\"%s\",\"unit\":\"盒\",\"deleted\":false,\"price\":%s,\"tax\":%s,\"updated\":\"%s\"}"
                .formatted(
                        good.code(),
                        good.name(),
                        wrapped("1003.50"),
                        wrapped("0.13"),
                        time(good.changed()));
    }

    private static String stock(Warehouse.Good good) {
        return "{\"sku\":\"%s\",\"free\":%s,\"updated\":\"%s\"}"
                .formatted(good.code(), wrapped("240"), time(good.changed()));
    }

    private static String wrapped(String decimal) {
        return "{\"__class__\":\"Decimal\",\"decimal\":\"" + decimal + "\"}";
    }

    private static BigDecimal decimal(JsonNode wrapped) {
        return new BigDecimal(wrapped.path("decimal").asString("0"));
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static Reply result(String result) {
        return Reply.ok("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}");
    }

    private static Reply error(String code, String words) {
        return Reply.ok(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":%s,\"message\":\"%s\"}}"
                        .formatted(code, words));
    }
}
