package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.ListPoint;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A request element, valid by the schema, read by the names of its fields. */
record SoapCall(Element element) {

    String name() {
        return element.getLocalName();
    }

    /** The text of a field, or null where the field is left out. */
    @Nullable String optional(String field) {
        return children(field).stream()
                .findFirst()
                .map(call -> call.element.getTextContent())
                .orElse(null);
    }

    String text(String field) {
        String text = optional(field);
        return text == null ? "" : text;
    }

    /** Of the record to be changed, where the caller names it. */
    @Nullable Long version() {
        String version = optional("FVersion");
        return version == null || version.isBlank() ? null : Long.valueOf(version.strip());
    }

    int integer(String field) {
        return Integer.parseInt(text(field).strip());
    }

    BigDecimal decimal(String field) {
        return new BigDecimal(text(field).strip());
    }

    List<SoapCall> children(String field) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> isField(node, field))
                .map(node -> new SoapCall((Element) node))
                .toList();
    }

    ListPoint point() {
        String since = optional("FSinceTime");
        String top = optional("FTop");
        return ListPoint.of(
                since == null
                        ? null
                        : LocalDateTime.parse(since.strip()).atZone(SoapReply.ZONE).toInstant(),
                optional("FSinceNumber"),
                top == null || top.isBlank() ? null : Integer.valueOf(top.strip()));
    }

    private static boolean isField(Node node, String field) {
        return node.getNodeType() == Node.ELEMENT_NODE && field.equals(node.getLocalName());
    }
}
