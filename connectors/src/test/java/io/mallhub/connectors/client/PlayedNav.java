package io.mallhub.connectors.client;

import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Page web services of NAV: one namespace and address for each page, ReadMultiple with filters,
 * bookmark and size, Create and Delete by a Key that ages, refusals as faults with status 500.
 */
final class PlayedNav implements PlayedPack {
    private static final String PAGES = "urn:microsoft-dynamics-schemas/page/";
    private static final String RIGHT =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString("hub:key".getBytes(StandardCharsets.UTF_8));

    private final Warehouse warehouse;
    private final List<Map<String, String>> customers = new ArrayList<>();
    private final List<Shipment> shipments = new ArrayList<>();
    private boolean changesBeforeDelete;

    private record Shipment(
            String number, Warehouse.Order order, List<Map.Entry<String, String>> lines) {}

    PlayedNav(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    void changesAnOrderBeforeItIsDeleted() {
        changesBeforeDelete = true;
    }

    @Override
    public Reply answer(Request request) {
        if (!request.header("Authorization").equals(RIGHT)) {
            return Reply.status(401);
        }
        String page = request.path().replaceFirst("^/", "");
        Element call = call(request.body());
        String namespace = PAGES + page.toLowerCase(Locale.ROOT);
        if (!namespace.equals(call.getNamespaceURI())
                || !request.header("SOAPAction")
                        .equals("\"" + namespace + ":" + call.getLocalName() + "\"")) {
            return fault("ServiceBrokerException", "Service " + page + " was not found");
        }
        return switch (call.getLocalName()) {
            case "ReadMultiple" -> readMultiple(page, namespace, call);
            case "Create" -> create(page, namespace, call);
            case "Delete" -> delete(namespace, text(call, "Key"));
            default -> fault("ServiceBrokerException", "no such operation");
        };
    }

    private static Element call(String envelope) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            NodeList body =
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(envelope)))
                            .getElementsByTagNameNS("*", "Body")
                            .item(0)
                            .getChildNodes();
            for (int i = 0; i < body.getLength(); i++) {
                if (body.item(i) instanceof Element element) {
                    return element;
                }
            }
            throw new IllegalArgumentException("an empty body");
        } catch (java.io.IOException
                | javax.xml.parsers.ParserConfigurationException
                | org.xml.sax.SAXException e) {
            throw new IllegalArgumentException(envelope, e);
        }
    }

    // ── reading ──

    private Reply readMultiple(String page, String namespace, Element call) {
        List<Map<String, String>> rows = new ArrayList<>(rows(page));
        NodeList filters = call.getElementsByTagNameNS("*", "filter");
        if (filters.getLength() == 0) {
            return fault("NavNCLDialogException", "a filter is needed");
        }
        for (int i = 0; i < filters.getLength(); i++) {
            Element filter = (Element) filters.item(i);
            rows.removeIf(
                    row ->
                            !passes(
                                    row.getOrDefault(text(filter, "Field"), ""),
                                    text(filter, "Criteria")));
        }
        String bookmark = text(call, "bookmarkKey");
        int from = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (bookmark.equals(rows.get(i).get("Key"))) {
                from = i + 1;
            }
        }
        int size = Integer.parseInt(text(call, "setSize"));
        String given =
                rows.stream()
                        .skip(from)
                        .limit(size == 0 ? Integer.MAX_VALUE : size)
                        .map(row -> "<" + page + ">" + xml(row) + "</" + page + ">")
                        .collect(Collectors.joining());
        return reply(
                "<ReadMultiple_Result xmlns=\"%s\"><ReadMultiple_Result>%s</ReadMultiple_Result></ReadMultiple_Result>"
                        .formatted(namespace, given));
    }

    /** Of the language of filters: {@code <>''}, {@code x..}, {@code 'x'} and a plain value. */
    private static boolean passes(String value, String criteria) {
        if (criteria.equals("<>''")) {
            return !value.isEmpty();
        }
        if (criteria.endsWith("..")) {
            return value.compareTo(criteria.substring(0, criteria.length() - 2)) >= 0;
        }
        return criteria.startsWith("'")
                ? value.equals(criteria.substring(1, criteria.length() - 1).replace("''", "'"))
                : value.equals(criteria);
    }

    private List<Map<String, String>> rows(String page) {
        return switch (page) {
            case "Item" -> warehouse.goods().stream().map(PlayedNav::item).toList();
            case "ItemLedgerEntries" ->
                    PlayedPack.lots(warehouse).stream().map(PlayedNav::entry).toList();
            case "Customer" -> customers;
            case "SalesOrder" ->
                    warehouse.all().stream()
                            .filter(order -> !order.state().equals("deleted"))
                            .map(PlayedNav::order)
                            .toList();
            case "PostedSalesShipment" -> shipments.stream().map(PlayedNav::shipment).toList();
            default -> throw new IllegalArgumentException(page);
        };
    }

    private static Map<String, String> item(Warehouse.Good good) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Key", "8;" + good.code());
        row.put("No", good.code());
        row.put("Description", good.name());
        row.put("Base_Unit_of_Measure", "盒");
        row.put("Unit_Price", "1,003.50");
        row.put("VAT_Prod_Posting_Group", "VAT13");
        row.put("Blocked", good.code().equals("G0002") ? "true" : "false");
        row.put("Last_Date_Modified", day(good));
        return row;
    }

    private static String day(Warehouse.Good good) {
        return LocalDate.ofInstant(good.changed(), ZoneId.of("Asia/Shanghai")).toString();
    }

    private static Map<String, String> entry(Lot lot) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Key", "9;" + lot.product() + lot.number());
        row.put("Item_No", lot.product());
        row.put("Location_Code", "MAIN");
        row.put("Lot_No", lot.number());
        row.put("Expiration_Date", lot.expiry().isEmpty() ? "0001-01-01" : lot.expiry());
        row.put("Remaining_Quantity", lot.count());
        row.put("Open", "true");
        return row;
    }

    private static Map<String, String> order(Warehouse.Order order) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Key", key(order));
        row.put("No", order.number());
        row.put("Order_Date", "2026-11-30");
        row.put("External_Document_No", order.reference());
        row.put("Status", order.state());
        return row;
    }

    /** Another one after each change. */
    private static String key(Warehouse.Order order) {
        return "28;" + order.number() + ";" + order.version();
    }

    private static Map<String, String> shipment(Shipment shipment) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("Key", "20;" + shipment.number());
        row.put("No", shipment.number());
        row.put("Posting_Date", "2026-12-01");
        row.put("Order_No", shipment.order().number());
        row.put("External_Document_No", shipment.order().reference());
        row.put(
                "SalesShipmLines",
                shipment.lines().stream()
                        .map(
                                line ->
                                        "<Posted_Sales_Shpt_Subform><Type>Item</Type><No>%s</No><Quantity>%s</Quantity></Posted_Sales_Shpt_Subform>"
                                                .formatted(line.getKey(), line.getValue()))
                        .collect(Collectors.joining()));
        return row;
    }

    @Override
    public void ships(
            String delivery, Warehouse.Order order, String product, String batch, String count) {
        Shipment known =
                shipments.stream()
                        .filter(it -> it.number().equals(delivery))
                        .findFirst()
                        .orElseGet(
                                () -> {
                                    Shipment made =
                                            new Shipment(delivery, order, new ArrayList<>());
                                    shipments.add(made);
                                    return made;
                                });
        known.lines().add(Map.entry(product, count));
    }

    // ── writing ──

    private Reply create(String page, String namespace, Element call) {
        if (page.equals("Customer")) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("Key", "18;C0001" + customers.size());
            row.put("No", "C0001" + customers.size());
            for (String field :
                    List.of("Name", "Address", "Contact", "Phone_No", "VAT_Registration_No")) {
                row.put(field, text(call, field));
            }
            row.put("Our_Account_No", text(call, "Our_Account_No"));
            row.put("Blocked", "_blank_");
            row.put("Last_Date_Modified", "2026-11-30");
            customers.add(row);
            return created("Customer", namespace, row);
        }
        if (warehouse.refuses(text(call, "Sell_to_Customer_No"))) {
            return fault("NavNCLDialogException", "客户已停用");
        }
        LocalDate.parse(text(call, "Order_Date"));
        List<Warehouse.Line> lines = new ArrayList<>();
        NodeList given = call.getElementsByTagNameNS("*", "Sales_Order_Line");
        for (int i = 0; i < given.getLength(); i++) {
            Element line = (Element) given.item(i);
            if (!text(line, "Location_Code").equals("MAIN")) {
                return fault("NavCSideRecordNotFoundException", "The Location does not exist.");
            }
            lines.add(
                    new Warehouse.Line(
                            text(line, "No"),
                            new BigDecimal(text(line, "Quantity")),
                            new BigDecimal(text(line, "Unit_Price"))));
        }
        Warehouse.Order made = warehouse.begin(text(call, "External_Document_No"), lines, "Open");
        return warehouse.losesReply()
                ? Reply.lost()
                : created("SalesOrder", namespace, order(made));
    }

    private static Reply created(String page, String namespace, Map<String, String> row) {
        return reply(
                "<Create_Result xmlns=\"%1$s\"><%2$s>%3$s</%2$s></Create_Result>"
                        .formatted(namespace, page, xml(row)));
    }

    private Reply delete(String namespace, String key) {
        String number = key.split(";")[1];
        if (changesBeforeDelete) {
            changesBeforeDelete = false;
            warehouse.move(number, "Released");
        }
        Warehouse.Order order = warehouse.order(number);
        if (!key(order).equals(key)) {
            return fault("NavNCLDialogException", "Other user has modified Sales Header");
        }
        warehouse.move(number, "deleted");
        return reply(
                "<Delete_Result xmlns=\"%s\"><Delete_Result>true</Delete_Result></Delete_Result>"
                        .formatted(namespace));
    }

    private static String text(Element in, String name) {
        NodeList found = in.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    private static String xml(Map<String, String> row) {
        return row.entrySet().stream()
                .map(
                        it -> {
                            String value =
                                    it.getValue().startsWith("<Posted")
                                            ? it.getValue()
                                            : it.getValue()
                                                    .replace("&", "&amp;")
                                                    .replace("<", "&lt;");
                            return "<%1$s>%2$s</%1$s>".formatted(it.getKey(), value);
                        })
                .collect(Collectors.joining());
    }

    private static Reply fault(String type, String words) {
        return new Reply(
                500,
                envelope(
                        """
                        <s:Fault><faultcode xmlns:a="urn:microsoft-dynamics-schemas/error">a:Microsoft.Dynamics.Nav.Types.Exceptions.%s</faultcode>
                        <faultstring xml:lang="zh-CN">%s</faultstring></s:Fault>"""
                                .formatted(type, words)),
                Map.of("Content-Type", "text/xml; charset=utf-8"));
    }

    private static Reply reply(String body) {
        return new Reply(200, envelope(body), Map.of("Content-Type", "text/xml; charset=utf-8"));
    }

    private static String envelope(String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>%s</s:Body></s:Envelope>"
                .formatted(body);
    }
}
