package io.mallhub.connectors.client;

import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open platform of U8: a token from system/token goes along as a parameter, writing calls need
 * a number from system/tradeid that counts once, lists tell their pages in texts.
 */
final class PlayedU8 implements PlayedPack {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Warehouse warehouse;
    private final List<Map<String, Object>> customers = new ArrayList<>();
    private final List<Map<String, Object>> shipped = new ArrayList<>();
    private final Set<String> trades = new HashSet<>();
    private int trade;
    private int rowsAtMost = Integer.MAX_VALUE;

    PlayedU8(Warehouse warehouse) {
        this.warehouse = warehouse;
        customers.add(
                Map.of(
                        "code", "K-1",
                        "name", "福州康宁大药房",
                        "self_define1", "91350100M000100Y43",
                        "phone", "0591-1",
                        "ModifyDate", "2026-11-24 16:00:00"));
    }

    void givesAtMost(int rows) {
        rowsAtMost = rows;
    }

    @Override
    public Reply answer(Request request) {
        Map<String, String> query = request.query();
        if (!"mall".equals(query.get("from_account")) || !"opa1".equals(query.get("app_key"))) {
            return error("10001", "应用不存在");
        }
        if (request.path().equals("/system/token")) {
            return "geheim".equals(query.get("app_secret"))
                    ? Reply.ok(
                            "{\"errcode\":\"0\",\"errmsg\":\"\",\"token\":{\"id\":\"%s\",\"expiresIn\":7200}}"
                                    .formatted(warehouse.session()))
                    : error("10002", "app_secret 错误");
        }
        if (!warehouse.session().equals(query.get("token"))) {
            return error("10003", "token 无效或已过期");
        }
        if (request.path().equals("/system/tradeid")) {
            String id = "trade-" + ++trade;
            trades.add(id);
            return Reply.ok(
                    "{\"errcode\":\"0\",\"errmsg\":\"\",\"trade\":{\"id\":\"%s\"}}".formatted(id));
        }
        if (!"ent".equals(query.get("to_account")) || !"1".equals(query.get("ds_sequence"))) {
            return error("10004", "提供方不存在");
        }
        return request.method().equals("GET")
                ? list(request.path(), query)
                : written(request.path(), query, JSON.readTree(request.body()));
    }

    // ── lists ──

    private Reply list(String path, Map<String, String> query) {
        return switch (path) {
            case "/api/inventory/batch_get" ->
                    page("inventory", goods(), query, "modifydate_begin", "ModifyDate");
            case "/api/currentstock/batch_get" ->
                    page("currentstock", lots(), query, "invcode_begin", "invcode");
            case "/api/customer/batch_get" ->
                    page("customer", customers, query, "ModifyDate_begin", "ModifyDate");
            case "/api/saleorderlist/batch_get" -> page("saleorderlist", orders(), query, "", "");
            case "/api/saleoutlistall/batch_get" ->
                    page(
                            "saleoutlistall",
                            shipped.stream()
                                    .filter(
                                            row ->
                                                    text(row, "date")
                                                                    .compareTo(
                                                                            query.getOrDefault(
                                                                                    "date_begin",
                                                                                    ""))
                                                            >= 0)
                                    .toList(),
                            query,
                            "code_begin",
                            "code");
            default -> error("10005", "接口不存在");
        };
    }

    private Reply page(
            String name,
            List<Map<String, Object>> all,
            Map<String, String> query,
            String begin,
            String field) {
        String from = query.getOrDefault(begin, "");
        List<Map<String, Object>> rows =
                all.stream()
                        .filter(row -> field.isEmpty() || text(row, field).compareTo(from) >= 0)
                        .filter(
                                row ->
                                        !query.containsKey("define10")
                                                || query.get("define10")
                                                        .equals(row.get("define10")))
                        .filter(
                                row ->
                                        !query.containsKey("whcode_begin")
                                                || query.get("whcode_begin")
                                                        .equals(row.get("whcode")))
                        .toList();
        int size = Math.min(Integer.parseInt(query.get("rows_per_page")), rowsAtMost);
        int page = Integer.parseInt(query.get("page_index"));
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("errcode", "0");
        reply.put("errmsg", "");
        reply.put("page_index", "" + page);
        reply.put("rows_per_page", "" + size);
        reply.put("row_count", "" + rows.size());
        reply.put("page_count", "" + (rows.size() + size - 1) / size);
        reply.put(name, rows.stream().skip((page - 1L) * size).limit(size).toList());
        return Reply.ok(JSON.writeValueAsString(reply));
    }

    private List<Map<String, Object>> goods() {
        return warehouse.goods().stream()
                .map(
                        good -> {
                            Map<String, Object> row = new LinkedHashMap<>();
                            row.put("code", good.code());
                            row.put("name", good.name());
                            row.put("specs", "0.25g*24");
                            row.put("main_measure", "盒");
                            row.put("ref_sale_price", 3.5);
                            row.put("tax_rate", 13);
                            row.put("self_define1", "国药准字H13020001");
                            row.put("end_date", good.code().equals("G0002") ? "2026-01-01" : "");
                            row.put("ModifyDate", TIME.format(good.changed()));
                            return row;
                        })
                .toList();
    }

    private List<Map<String, Object>> lots() {
        return PlayedPack.lots(warehouse).stream()
                .map(
                        lot ->
                                Map.<String, Object>of(
                                        "whcode",
                                        "01",
                                        "invcode",
                                        lot.product(),
                                        "batch",
                                        lot.number(),
                                        "qty",
                                        Integer.parseInt(lot.count()) + 5,
                                        "availqty",
                                        Integer.parseInt(lot.count()),
                                        "vdate",
                                        lot.expiry().isEmpty() ? "" : lot.expiry() + " 00:00:00"))
                .toList();
    }

    private List<Map<String, Object>> orders() {
        return warehouse.all().stream()
                .map(
                        order ->
                                Map.<String, Object>of(
                                        "code",
                                        order.number(),
                                        "date",
                                        "2026-11-30",
                                        "define10",
                                        order.reference(),
                                        "verifier",
                                        order.state().equals("verified") ? "demo" : "",
                                        "closer",
                                        order.state().equals("X") ? "demo" : ""))
                .toList();
    }

    @Override
    public void ships(
            String delivery, Warehouse.Order order, String product, String batch, String count) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("code", delivery);
        row.put("date", "2026-12-01");
        row.put("auditdate", "2026-12-01");
        row.put("handler", "demo");
        row.put("define10", order.reference());
        row.put("subordercode", order.number());
        row.put(
                "orderrowno",
                order.lines().stream().map(Warehouse.Line::product).toList().indexOf(product) + 1);
        row.put("inventorycode", product);
        row.put("quantity", Integer.parseInt(count));
        shipped.add(row);
    }

    // ── orders ──

    private Reply written(String path, Map<String, String> query, JsonNode body) {
        if (!trades.remove(query.getOrDefault("tradeid", ""))) {
            return error("10006", "tradeid 不存在或已使用");
        }
        JsonNode order = body.path("saleorder");
        return switch (path) {
            case "/api/saleorder/add" -> add(query, order);
            case "/api/saleorder/close" -> close(order.path("voucher_code").asString(""));
            default -> error("10005", "接口不存在");
        };
    }

    private Reply add(Map<String, String> query, JsonNode order) {
        if (!query.containsKey("biz_id")) {
            return error("10007", "biz_id 不能为空");
        }
        for (String needed : List.of("businesstype", "typecode", "custcode", "deptcode")) {
            if (order.path(needed).asString("").isEmpty()) {
                return error("20001", needed + " 不能为空");
            }
        }
        if (warehouse.refuses(order.path("custcode").asString(""))) {
            return error("20002", "客户已停用");
        }
        List<Warehouse.Line> lines = new ArrayList<>();
        for (JsonNode line : order.path("entry")) {
            lines.add(
                    new Warehouse.Line(
                            line.path("inventorycode").asString(""),
                            line.path("quantity").decimalValue(),
                            line.path("taxunitprice").decimalValue()));
        }
        Warehouse.Order made =
                warehouse.begin(order.path("define10").asString(""), lines, "opening");
        if (warehouse.losesReply()) {
            return Reply.lost();
        }
        // Without sync=1 it only says where the outcome will be told.
        return "1".equals(query.get("sync"))
                ? Reply.ok(
                        "{\"errcode\":\"0\",\"errmsg\":\"\",\"id\":\"%s\",\"tradeid\":\"%s\"}"
                                .formatted(made.number(), query.get("tradeid")))
                : Reply.ok("{\"errcode\":\"0\",\"errmsg\":\"\",\"url\":\"https://later\"}");
    }

    private Reply close(String number) {
        warehouse.move(number, "X");
        return Reply.ok("{\"errcode\":\"0\",\"errmsg\":\"\"}");
    }

    private static String text(Map<String, Object> row, String field) {
        return String.valueOf(row.get(field));
    }

    private static Reply error(String code, String words) {
        return Reply.ok("{\"errcode\":\"%s\",\"errmsg\":\"%s\"}".formatted(code, words));
    }
}
