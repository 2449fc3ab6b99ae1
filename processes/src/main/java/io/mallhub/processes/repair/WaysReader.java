package io.mallhub.processes.repair;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ways of a diagram. A scope is left at an element of its own, which no diagram names.
 */
final class WaysReader {
    private static final String END = "/end";
    private static final Set<String> DECIDING = Set.of("userTask", "businessRuleTask");

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Set<String>> flows = new HashMap<>();
    private final Deque<Node> scopes = new ArrayDeque<>();
    private @Nullable Node last;

    private WaysReader() {}

    static Ways read(String bpmn) {
        WaysReader reader = new WaysReader();
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(bpmn));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> reader.begins(xml);
                    case XMLStreamConstants.END_ELEMENT -> reader.ends(xml.getLocalName());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The exported diagram is no XML", e);
        }
        return reader.ways();
    }

    private void begins(XMLStreamReader xml) {
        String name = xml.getLocalName();
        String id = xml.getAttributeValue(null, "id");
        if (name.equals("sequenceFlow")) {
            flows.computeIfAbsent(xml.getAttributeValue(null, "sourceRef"), _ -> new HashSet<>())
                    .add(xml.getAttributeValue(null, "targetRef"));
        } else if (name.equals("errorEventDefinition") && last != null) {
            last.throwing = true;
        } else if (id != null && Node.is(name)) {
            Node node = new Node(id, name, scopes.peek());
            node.byEvent = "true".equals(xml.getAttributeValue(null, "triggeredByEvent"));
            node.host = xml.getAttributeValue(null, "attachedToRef");
            node.beside = "false".equals(xml.getAttributeValue(null, "cancelActivity"));
            nodes.put(id, node);
            last = node;
            if (node.isScope()) {
                scopes.push(node);
            }
        }
    }

    private void ends(String name) {
        if (Node.isScope(name)) {
            scopes.pop();
        }
    }

    private Ways ways() {
        return new Ways(
                following(),
                events(false),
                beside(),
                ids(node -> DECIDING.contains(node.type)),
                ids(this::isFork),
                passing(),
                ids(node -> node.isStart() && node.isOf("process")));
    }

    private Map<String, Set<String>> following() {
        Map<String, Set<String>> following = new HashMap<>();
        for (Node node : nodes.values()) {
            String leaves = node.isScope() ? node.id + END : node.id;
            add(following, leaves, flows.getOrDefault(node.id, Set.of()));
            if (node.scope == null) {
                continue;
            }
            if (node.isStart() && node.isOf("subProcess") && !node.scope.byEvent) {
                add(following, node.scope.id, Set.of(node.id));
            }
            if (node.type.equals("endEvent") && !node.throwing) {
                add(following, node.id, Set.of(node.scope.id + END));
            }
        }
        return following;
    }

    private static void add(Map<String, Set<String>> to, String id, Set<String> next) {
        to.computeIfAbsent(id, _ -> new HashSet<>()).addAll(next);
    }

    /** Those on the border of an element and of all scopes around it. */
    private Map<String, Set<String>> events(boolean beside) {
        Map<String, Set<String>> onBorder = new HashMap<>();
        nodes.values().stream()
                .filter(node -> node.host != null && node.beside == beside)
                .forEach(node -> add(onBorder, String.valueOf(node.host), Set.of(node.id)));
        Map<String, Set<String>> events = new HashMap<>();
        for (Node node : nodes.values()) {
            for (Node at = node; at != null; at = at.scope) {
                add(events, node.id, onBorder.getOrDefault(at.id, Set.of()));
            }
        }
        return events;
    }

    /** What an event starts begins as soon as the scope around it does. */
    private Map<String, Set<String>> beside() {
        Map<String, Set<String>> beside = events(true);
        for (Node start : nodes.values()) {
            Node started = start.scope;
            if (start.isStart() && started != null && started.byEvent) {
                nodes.values().stream()
                        .filter(node -> node.isStart() && node.scope == started.scope)
                        .forEach(node -> add(beside, node.id, Set.of(start.id)));
            }
        }
        return beside;
    }

    private Set<String> passing() {
        Set<String> passing = ids(node -> !node.works() && !isFork(node));
        nodes.values().stream().filter(Node::isScope).forEach(node -> passing.add(node.id + END));
        return passing;
    }

    private boolean isFork(Node node) {
        return node.type.endsWith("Gateway") && flows.getOrDefault(node.id, Set.of()).size() > 1;
    }

    private Set<String> ids(Function<Node, Boolean> which) {
        Set<String> ids = new HashSet<>();
        nodes.values().stream().filter(which::apply).forEach(node -> ids.add(node.id));
        return ids;
    }

    private static final class Node {
        final String id;
        final String type;
        final @Nullable Node scope;
        boolean byEvent;
        boolean throwing;
        boolean beside;
        @Nullable String host;

        Node(String id, String type, @Nullable Node scope) {
            this.id = id;
            this.type = type;
            this.scope = scope;
        }

        static boolean is(String name) {
            return isScope(name)
                    || name.equals("task")
                    || name.equals("callActivity")
                    || name.endsWith("Task")
                    || name.endsWith("Gateway")
                    || name.endsWith("Event");
        }

        static boolean isScope(String name) {
            return name.equals("process") || name.equals("subProcess");
        }

        boolean isScope() {
            return isScope(type);
        }

        boolean isStart() {
            return type.equals("startEvent");
        }

        boolean isOf(String around) {
            return scope != null && scope.type.equals(around);
        }

        /** Something is done here, or waited for. */
        boolean works() {
            return type.equals("task")
                    || type.equals("callActivity")
                    || type.equals("intermediateCatchEvent")
                    || type.endsWith("Task");
        }
    }
}
