package io.mallhub.connectors.client;

import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * K/3 Cloud's WebAPI: a login that sets a cookie, one query for all forms with fields, filter,
 * order and rows, and operations on bills that must stand in the right state.
 */
final class PlayedKingdee implements PlayedPack {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SERVICE =
            Pattern.compile(
                    "/Kingdee\\.BOS\\.WebApi\\.ServicesStub\\.(?:AuthService|DynamicFormService)\\.(\\w+)\\.common\\.kdsvc");
    private static final Pattern CONDITION =
            Pattern.compile("\\G([\\w.]+) (>=|=|<>) (?:'((?:[^']|'')*)'|(-?\\d+))(?: and (?=.)|$)");
    private static final int DOCUMENTED_LIMIT = 2000;

    private final Warehouse warehouse;
    private final List<Map<String, String>> customers = new ArrayList<>();
    private final List<Map<String, String>> shipped = new ArrayList<>();
    private int rowsAtMost = DOCUMENTED_LIMIT;
    private String loses = "";
    private boolean refusesAudit;

    PlayedKingdee(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** As WebAPIMaxQueryLimit sets it. */
    void givesAtMost(int rows) {
        rowsAtMost = rows;
    }

    /** The operation is done, its reply does not arrive. */
    void losesReplyOf(String service) {
        loses = service;
    }

    /** As its credit check does. */
    void refusesToAudit() {
        refusesAudit = true;
    }

    @Override
    public Reply answer(Request request) {
        Matcher service = SERVICE.matcher(request.path());
        if (!service.matches() || !request.method().equals("POST")) {
            return Reply.status(404);
        }
        JsonNode body = JSON.readTree(request.body());
        String name = service.group(1);
        if (name.equals("ValidateUser")) {
            return login(body);
        }
        boolean query = name.equals("ExecuteBillQuery");
        if (!request.header("Cookie").equals("kdservice-sessionid=" + warehouse.session())) {
            return refused(query, "会话信息已丢失，请重新登录", 1);
        }
        Reply reply;
        try {
            reply = query ? query(body.path("data")) : operation(name, body);
        } catch (Refusal e) {
            reply = refused(query, String.valueOf(e.getMessage()), 11);
        }
        if (name.equals(loses)) {
            loses = "";
            return Reply.lost();
        }
        return reply;
    }

    private Reply login(JsonNode body) {
        boolean known =
                text(body, "acctID").equals("5f1a")
                        && text(body, "username").equals("hub")
                        && text(body, "password").equals("geheim")
                        && body.path("lcid").asInt() == 2052;
        return known
                ? Reply.ok(
                                "{\"Message\":null,\"LoginResultType\":1,\"Context\":{\"SessionId\":\"%s\"}}"
                                        .formatted(warehouse.session()))
                        .with(
                                "Set-Cookie",
                                "kdservice-sessionid=" + warehouse.session() + "; path=/")
                : Reply.ok("{\"Message\":\"用户名或密码错误\",\"LoginResultType\":0}");
    }

    // ── queries ──

    private Reply query(JsonNode data) {
        List<Map<String, String>> rows = new ArrayList<>(form(text(data, "FormId")));
        rows.removeIf(row -> !matches(row, text(data, "FilterString")));
        for (String order : List.of(text(data, "OrderString").split(",")).reversed()) {
            if (!order.isEmpty()) {
                rows.sort(Comparator.comparing(row -> field(row, order)));
            }
        }
        int limit = data.path("Limit").asInt();
        if (limit > DOCUMENTED_LIMIT) {
            throw new Refusal("Limit不能超过2000");
        }
        List<List<String>> given =
                rows.stream()
                        .skip(data.path("StartRow").asInt())
                        .limit(Math.min(limit, rowsAtMost))
                        .map(
                                row ->
                                        List.of(text(data, "FieldKeys").split(",")).stream()
                                                .map(key -> field(row, key))
                                                .map(value -> value.isEmpty() ? null : value)
                                                .toList())
                        .toList();
        return Reply.ok(JSON.writeValueAsString(given));
    }

    private List<Map<String, String>> form(String id) {
        return switch (id) {
            case "BD_MATERIAL" -> warehouse.goods().stream().map(PlayedKingdee::material).toList();
            case "STK_Inventory" ->
                    PlayedPack.lots(warehouse).stream().map(PlayedKingdee::lot).toList();
            case "BD_Customer" -> customers;
            case "SAL_SaleOrder" -> warehouse.all().stream().map(PlayedKingdee::bill).toList();
            case "SAL_OUTSTOCK" -> shipped;
            default -> throw new Refusal("业务对象不存在");
        };
    }

    private static Map<String, String> material(Warehouse.Good good) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("FUseOrgId.FNumber", "100");
        row.put("FNumber", good.code());
        row.put("FName", good.name());
        row.put("FSpecification", "0.25g*24");
        row.put("FBaseUnitId.FName", "盒");
        row.put("FTaxRateId.FTaxRate", "13.0000000000");
        row.put("FDocumentStatus", "C");
        row.put("FForbidStatus", good.code().equals("G0002") ? "B" : "A");
        row.put("FModifyDate", local(good));
        row.put("F_MH_FORM", "胶囊剂");
        row.put("F_MH_MAKER", "华北制药");
        row.put("F_MH_APPROVAL", "国药准字H13020001");
        return row;
    }

    private static String local(Warehouse.Good good) {
        return LocalDateTime.ofInstant(good.changed(), ZoneId.of("Asia/Shanghai"))
                .plusNanos(653_000_000)
                .toString();
    }

    private static Map<String, String> lot(Lot lot) {
        return Map.of(
                "FStockOrgId.FNumber",
                "100",
                "FStockStatusId.FNumber",
                "KCZT01_SYS",
                "FMaterialId.FNumber",
                lot.product(),
                "FLot.FNumber",
                lot.number(),
                "FExpiryDate",
                lot.expiry().isEmpty() ? "" : lot.expiry() + "T00:00:00",
                "FBaseQty",
                lot.count() + ".0000000000");
    }

    /** The state of a bill is that of the order: Z, A, B, C, D, or X for a cancelled one. */
    private static Map<String, String> bill(Warehouse.Order order) {
        boolean cancelled = order.state().equals("X");
        return Map.of(
                "FSaleOrgId.FNumber",
                "100",
                "FBillNo",
                order.number(),
                "F_MH_ORDER",
                order.reference(),
                "FDocumentStatus",
                cancelled ? "D" : order.state(),
                "FCancelStatus",
                cancelled ? "B" : "A",
                "FModifyDate",
                "2026-11-30T16:00:00.1");
    }

    @Override
    public void ships(
            String delivery, Warehouse.Order order, String product, String batch, String count) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("FSaleOrgId.FNumber", "100");
        row.put("FDocumentStatus", "C");
        row.put("FBillNo", delivery);
        row.put("FEntity_FEntryID", "" + (1000 + shipped.size()));
        row.put("FSoorDerno", order.number());
        row.put("F_MH_ORDER", order.reference());
        row.put("FModifyDate", "2026-12-01T10:00:0" + shipped.size() % 10 + ".25");
        row.put("FApproveDate", "2026-12-01T10:00:00");
        row.put("FMaterialID.FNumber", product);
        row.put("FLot.FNumber", batch);
        row.put("FExpiryDate", "2028-01-01T00:00:00");
        row.put("FRealQty", count);
        shipped.add(row);
    }

    private static boolean matches(Map<String, String> row, String filter) {
        Matcher condition = CONDITION.matcher(filter);
        int end = 0;
        boolean all = true;
        while (condition.find()) {
            end = condition.end();
            String is = field(row, condition.group(1));
            String asked =
                    condition.group(3) == null
                            ? condition.group(4)
                            : condition.group(3).replace("''", "'");
            all &=
                    switch (condition.group(2)) {
                        case "=" -> is.equals(asked);
                        case "<>" -> !is.equals(asked);
                        default -> is.compareTo(asked) >= 0;
                    };
        }
        if (end < filter.length()) {
            throw new Refusal("过滤条件解析错误: " + filter.substring(end));
        }
        return all;
    }

    private static String field(Map<String, String> row, String key) {
        String value = row.get(key);
        if (value == null) {
            throw new Refusal("字段 " + key + " 不存在");
        }
        return value;
    }

    // ── operations ──

    private Reply operation(String name, JsonNode body) {
        JsonNode data = body.path("data");
        if (name.equals("Save")) {
            return text(body, "formid").equals("BD_Customer")
                    ? saveCustomer(data)
                    : saveOrder(data);
        }
        if (!text(body, "formid").equals("SAL_SaleOrder")) {
            throw new Refusal("业务对象不存在");
        }
        String number =
                name.equals("View")
                        ? text(data, "Number")
                        : data.path("Numbers").path(0).asString();
        String state = warehouse.order(number).state();
        switch (name) {
            case "View" -> {}
            case "Submit" -> move(number, "ADZ", "B", "单据已提交，不能再次提交");
            case "Audit" -> {
                if (refusesAudit) {
                    throw new Refusal("客户信用额度不足");
                }
                move(number, "B", "C", "只有审核中的单据才能审核");
            }
            case "UnAudit" -> move(number, "C", "D", "只有已审核的单据才能反审核");
            case "CancelAssign" -> move(number, "B", "D", "只有审核中的单据才能撤销");
            case "ExcuteOperation" -> {
                if (!text(body, "opNumber").equals("Cancel")) {
                    throw new Refusal("操作不存在");
                }
                move(number, "AD", "X", "状态为" + state + "的单据不能作废");
            }
            default -> throw new Refusal("服务不存在");
        }
        return done(number);
    }

    private void move(String number, String from, String to, String otherwise) {
        if (!from.contains(warehouse.order(number).state())) {
            throw new Refusal(otherwise);
        }
        warehouse.move(number, to);
    }

    private Reply saveOrder(JsonNode data) {
        JsonNode model = data.path("Model");
        if (!model.path("FSaleOrgId").path("FNumber").asString().equals("100")
                || !model.path("FBillTypeID").path("FNUMBER").asString().equals("XSDD01_SYS")) {
            throw new Refusal("销售组织或单据类型必录");
        }
        if (warehouse.refuses(model.path("FCustId").path("FNumber").asString())) {
            throw new Refusal("客户已停用");
        }
        List<Warehouse.Line> lines = new ArrayList<>();
        for (JsonNode line : model.path("FSaleOrderEntry")) {
            lines.add(
                    new Warehouse.Line(
                            line.path("FMaterialId").path("FNumber").asString(),
                            line.path("FQty").decimalValue(),
                            line.path("FTaxPrice").decimalValue()));
        }
        LocalDateTime.parse(text(model, "FDate"));
        Warehouse.Order made = warehouse.begin(text(model, "F_MH_ORDER"), lines, "A");
        return warehouse.losesReply() ? Reply.lost() : done(made.number());
    }

    private Reply saveCustomer(JsonNode data) {
        JsonNode model = data.path("Model");
        String number = "CUST000" + (customers.size() + 1);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("FNumber", number);
        for (String key : List.of("FCreateOrgId", "FUseOrgId")) {
            row.put(key + ".FNumber", model.path(key).path("FNumber").asString());
        }
        for (String key :
                List.of("FName", "FTAXREGISTERCODE", "FADDRESS", "FTEL", "F_MH_CUSTOMER")) {
            row.put(key, text(model, key));
        }
        row.put("FDocumentStatus", text(data, "IsAutoSubmitAndAudit").equals("true") ? "C" : "A");
        row.put("FForbidStatus", "A");
        row.put("FModifyDate", "2026-11-30T16:00:00");
        customers.add(row);
        return done(number);
    }

    private static Reply done(String number) {
        return Reply.ok(
                """
                {"Result":{"ResponseStatus":{"IsSuccess":true,"Errors":[],"SuccessEntitys":[{"Id":100001,"Number":"%1$s","DIndex":0}],
                 "SuccessMessages":[],"MsgCode":0},"Id":100001,"Number":"%1$s","NeedReturnData":[{}]}}"""
                        .formatted(number));
    }

    /** A refused query gives rows all the same: one, of one field, that holds the result. */
    private static Reply refused(boolean query, String words, int code) {
        String result =
                """
                {"Result":{"ResponseStatus":{"ErrorCode":500,"IsSuccess":false,"Errors":[{"FieldName":null,"Message":"%s","DIndex":0}],
                 "SuccessEntitys":[],"SuccessMessages":[],"MsgCode":%d}}}"""
                        .formatted(words, code);
        return Reply.ok(query ? "[[" + result + "]]" : result);
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String words) {
            super(words);
        }
    }
}
