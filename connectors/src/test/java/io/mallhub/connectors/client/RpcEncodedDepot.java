package io.mallhub.connectors.client;

import io.mallhub.connectors.client.PlayedErp.Reply;
import io.mallhub.connectors.client.PlayedErp.Request;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A SOAP server of 1999: rpc/encoded, every value typed, objects by reference. */
final class RpcEncodedDepot {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Warehouse warehouse;

    RpcEncodedDepot(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    Reply answer(Request request) {
        if (!request.charset().equals(Charset.forName("GBK"))) {
            return fault("only GBK is spoken here");
        }
        Element call = call(request.body());
        if (!"urn:depot".equals(call.getNamespaceURI())
                || !ENCODING.equals(call.getAttributeNS(SOAP, "encodingStyle"))) {
            return fault("no such encoding");
        }
        for (Element part : children(call)) {
            if (part.getAttributeNS(XSI, "type").isEmpty()) {
                return fault("no type for " + part.getLocalName());
            }
        }
        if (call.getLocalName().equals("login")) {
            return text(call, "user").equals("hub") && text(call, "pw").equals("geheim")
                    ? body("login", "<loginReturn>" + warehouse.session() + "</loginReturn>")
                    : refused("E07", "bad password");
        }
        if (!text(call, "sid").equals(warehouse.session())) {
            return refused("E07", "session gone");
        }
        return switch (call.getLocalName()) {
            case "getTime" -> body("getTime", "<t>20261130160000</t>");
            case "getGoods" ->
                    rows("getGoods", page(call).stream().map(RpcEncodedDepot::good).toList());
            case "getStock" ->
                    rows("getStock", page(call).stream().map(RpcEncodedDepot::stock).toList());
            case "findOrder" ->
                    rows(
                            "findOrder",
                            warehouse.ofReference(text(call, "extno")).stream()
                                    .map(RpcEncodedDepot::order)
                                    .toList());
            case "newOrder" -> newOrder(call);
            case "cancelOrder" -> {
                warehouse.move(text(call, "ono"), "VOID");
                yield refused("0", "");
            }
            default -> fault("no operation " + call.getLocalName());
        };
    }

    private Reply newOrder(Element call) {
        if (warehouse.refuses(text(call, "client"))) {
            return refused("E31", "客户已停用");
        }
        List<Warehouse.Line> lines = new ArrayList<>();
        for (Element line : children(child(call, "lines"))) {
            lines.add(
                    new Warehouse.Line(
                            text(line, "gno"),
                            new BigDecimal(text(line, "qty")),
                            new BigDecimal(text(line, "price"))));
        }
        Warehouse.Order made = warehouse.begin(text(call, "extno"), lines, "A");
        return warehouse.losesReply()
                ? Reply.lost()
                : body("newOrder", "<ret><rc>0</rc><msg/><no>" + made.number() + "</no></ret>");
    }

    private List<Warehouse.Good> page(Element call) {
        String since = text(call, "since");
        String after = text(call, "after");
        return warehouse.goods().stream()
                .filter(
                        it -> {
                            int later = TIME.format(it.changed()).compareTo(since);
                            return later > 0 || (later == 0 && it.code().compareTo(after) > 0);
                        })
                .limit(Long.parseLong(text(call, "count")))
                .toList();
    }

    private static String good(Warehouse.Good good) {
        return "<gno>%s</gno><gname>%s</gname><unit>盒</unit><price>1,003.50</price><tax>13.00</tax><mtime>%s</mtime>"
                .formatted(
                        good.code(),
                        good.name().replace("&", "&amp;").replace("<", "&lt;"),
                        TIME.format(good.changed()));
    }

    private static String stock(Warehouse.Good good) {
        return "<gno>%s</gno><cases>20</cases><percase>12</percase><mtime>%s</mtime>"
                .formatted(good.code(), TIME.format(good.changed()));
    }

    private static String order(Warehouse.Order order) {
        return "<ono>%s</ono><extno>%s</extno><st>%s</st><mtime>20261130160000</mtime>"
                .formatted(
                        order.number(),
                        order.reference(),
                        order.state().equals("VOID") ? "X" : order.state());
    }

    /** The array refers to its objects, which follow in no order. */
    private static Reply rows(String operation, List<String> rows) {
        StringBuilder items = new StringBuilder();
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            items.append("<item href=\"#id%d\"/>".formatted(i));
            objects.insert(0, "<multiRef id=\"id%d\">%s</multiRef>".formatted(i, rows.get(i)));
        }
        return envelope(
                "<d:%1$sResponse xmlns:d=\"urn:depot\"><%1$sReturn>%2$s</%1$sReturn></d:%1$sResponse>%3$s"
                        .formatted(operation, items, objects));
    }

    private static Reply refused(String code, String words) {
        return body("any", "<ret><rc>%s</rc><msg>%s</msg></ret>".formatted(code, words));
    }

    private static Reply body(String operation, String content) {
        return envelope(
                "<d:%1$sResponse xmlns:d=\"urn:depot\">%2$s</d:%1$sResponse>"
                        .formatted(operation, content));
    }

    private static Reply envelope(String body) {
        return Reply.ok(
                        "<e:Envelope xmlns:e=\"%s\"><e:Body>%s</e:Body></e:Envelope>"
                                .formatted(SOAP, body))
                .in(Charset.forName("GBK"));
    }

    private static Reply fault(String words) {
        return new Reply(
                500,
                "<e:Envelope xmlns:e=\"%s\"><e:Body><e:Fault><faultcode>e:Client</faultcode><faultstring>%s</faultstring></e:Fault></e:Body></e:Envelope>"
                        .formatted(SOAP, words),
                Map.of());
    }

    private static Element call(String envelope) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            NodeList body =
                    factory.newDocumentBuilder()
                            .parse(new InputSource(new StringReader(envelope)))
                            .getElementsByTagNameNS(SOAP, "Body");
            return children((Element) body.item(0)).getFirst();
        } catch (Exception e) {
            throw new IllegalArgumentException(envelope, e);
        }
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(it -> it.getLocalName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(it -> it.getLocalName().equals(name))
                .map(Node::getTextContent)
                .collect(Collectors.joining());
    }
}
