package io.mallhub.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What the eye would stumble over: shapes on each other, arrows that end nowhere, covered names.
 */
class TidyDiagramsTest {
    private static final double TOUCH = 1;

    record Box(String id, double x, double y, double width, double height) {
        boolean overlaps(Box other) {
            return x + TOUCH < other.x + other.width
                    && other.x + TOUCH < x + width
                    && y + TOUCH < other.y + other.height
                    && other.y + TOUCH < y + height;
        }

        boolean contains(Box other) {
            return x <= other.x
                    && y <= other.y
                    && x + width >= other.x + other.width
                    && y + height >= other.y + other.height;
        }

        boolean isTouchedBy(double px, double py) {
            return px >= x - TOUCH
                    && px <= x + width + TOUCH
                    && py >= y - TOUCH
                    && py <= y + height + TOUCH;
        }

        boolean isCrossedBy(double[] from, double[] to) {
            double left = Math.min(from[0], to[0]);
            double right = Math.max(from[0], to[0]);
            double top = Math.min(from[1], to[1]);
            double bottom = Math.max(from[1], to[1]);
            boolean straight = left == right || top == bottom;
            return straight
                    && right > x + TOUCH
                    && left < x + width - TOUCH
                    && bottom > y + TOUCH
                    && top < y + height - TOUCH;
        }
    }

    static Stream<String> diagrams() {
        return Diagrams.RESOURCES.stream().filter(it -> it.endsWith(".bpmn"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noShapeLiesOnAnotherAndEachLiesInItsScope(String resource) {
        assertThat(shapeFaults(Diagram.of(resource))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyArrowGoesFromItsElementToItsElementAndThroughNoOther(String resource) {
        assertThat(arrowFaults(Diagram.of(resource))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void noNameLiesOnAShapeOrOnAnotherName(String resource) {
        assertThat(nameFaults(Diagram.of(resource))).isEmpty();
    }

    @Test
    void theEyeSeesWhatIsMoved() {
        Diagram diagram = Diagram.of("bpmn/order-approval.bpmn");
        for (Element shape : diagram.all("BPMNShape")) {
            if (shape.getAttribute("bpmnElement").equals("erp-rejection")) {
                bounds(shape).setAttribute("x", "2530");
            }
        }

        assertThat(shapeFaults(diagram)).isNotEmpty();
        assertThat(arrowFaults(diagram)).isNotEmpty();
    }

    private static List<String> shapeFaults(Diagram diagram) {
        Map<String, Box> boxes = boxes(diagram);
        List<String> faults = new ArrayList<>();
        for (Box one : boxes.values()) {
            Element element = element(diagram, one.id());
            Element scope = (Element) element.getParentNode();
            Box around = boxes.get(scope.getAttribute("id"));
            if (around != null && !around.contains(one)) {
                faults.add(one.id() + " leaves " + around.id());
            }
            for (Box other : boxes.values()) {
                boolean siblings =
                        one.id().compareTo(other.id()) < 0
                                && element(diagram, other.id()).getParentNode() == scope;
                if (siblings
                        && !isAttached(element, other)
                        && !isAttached(element(diagram, other.id()), one)
                        && one.overlaps(other)) {
                    faults.add(one.id() + " lies on " + other.id());
                }
            }
        }
        return faults;
    }

    private static boolean isAttached(Element element, Box to) {
        return element.getAttribute("attachedToRef").equals(to.id());
    }

    private static List<String> arrowFaults(Diagram diagram) {
        Map<String, Box> boxes = boxes(diagram);
        List<String> faults = new ArrayList<>();
        for (Element edge : diagram.all("BPMNEdge")) {
            Element flow = element(diagram, edge.getAttribute("bpmnElement"));
            List<double[]> points = points(edge);
            Box source = box(boxes, flow.getAttribute("sourceRef"));
            Box target = box(boxes, flow.getAttribute("targetRef"));
            if (!source.isTouchedBy(points.getFirst()[0], points.getFirst()[1])) {
                faults.add(flow.getAttribute("id") + " does not begin at " + source.id());
            }
            if (!target.isTouchedBy(points.getLast()[0], points.getLast()[1])) {
                faults.add(flow.getAttribute("id") + " does not end at " + target.id());
            }
            for (Box box : boxes.values()) {
                boolean own = box.equals(source) || box.equals(target);
                boolean scope =
                        !element(diagram, box.id()).getParentNode().equals(flow.getParentNode());
                for (int leg = 1; leg < points.size() && !own && !scope; leg++) {
                    if (box.isCrossedBy(points.get(leg - 1), points.get(leg))) {
                        faults.add(flow.getAttribute("id") + " goes through " + box.id());
                    }
                }
            }
        }
        return faults;
    }

    private static List<String> nameFaults(Diagram diagram) {
        List<Box> names = names(diagram);
        List<String> faults = new ArrayList<>();
        for (Box name : names) {
            for (Box shape : boxes(diagram).values()) {
                boolean closed = !element(diagram, shape.id()).getLocalName().equals("subProcess");
                if (closed && !shape.id().equals(name.id()) && name.overlaps(shape)) {
                    faults.add("name of " + name.id() + " lies on " + shape.id());
                }
            }
            for (Box other : names) {
                if (name.id().compareTo(other.id()) < 0 && name.overlaps(other)) {
                    faults.add("names of " + name.id() + " and " + other.id());
                }
            }
        }
        return faults;
    }

    /** As wide as it is written, in the middle of the room that it is given. */
    private static List<Box> names(Diagram diagram) {
        List<Box> names = new ArrayList<>();
        for (String kind : List.of("BPMNShape", "BPMNEdge")) {
            for (Element drawn : diagram.all(kind)) {
                String id = drawn.getAttribute("bpmnElement");
                String text = element(diagram, id).getAttribute("name");
                for (Element label : children(drawn, "BPMNLabel")) {
                    Element bounds = children(label, "Bounds").getFirst();
                    double room = number(bounds, "width");
                    double width =
                            Math.min(
                                    room,
                                    text.codePoints().mapToDouble(it -> it < 256 ? 6 : 11).sum());
                    if (!text.isEmpty()) {
                        names.add(
                                new Box(
                                        id,
                                        number(bounds, "x") + (room - width) / 2,
                                        number(bounds, "y"),
                                        width,
                                        number(bounds, "height")));
                    }
                }
            }
        }
        return names;
    }

    private static Map<String, Box> boxes(Diagram diagram) {
        Map<String, Box> boxes = new HashMap<>();
        for (Element shape : diagram.all("BPMNShape")) {
            Element bounds = bounds(shape);
            String id = shape.getAttribute("bpmnElement");
            boxes.put(
                    id,
                    new Box(
                            id,
                            number(bounds, "x"),
                            number(bounds, "y"),
                            number(bounds, "width"),
                            number(bounds, "height")));
        }
        return boxes;
    }

    private static Box box(Map<String, Box> boxes, String id) {
        Box box = boxes.get(id);
        if (box == null) {
            throw new AssertionError("Nothing is drawn of " + id);
        }
        return box;
    }

    private static Element bounds(Element shape) {
        return children(shape, "Bounds").getFirst();
    }

    private static List<double[]> points(Element edge) {
        return children(edge, "waypoint").stream()
                .map(it -> new double[] {number(it, "x"), number(it, "y")})
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> children(Element parent, String localName) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getLocalName().equals(localName)) {
                children.add(element);
            }
        }
        return children;
    }

    private static Element element(Diagram diagram, String id) {
        for (Element element : diagram.all("*")) {
            if (element.getAttribute("id").equals(id)
                    && !element.getNamespaceURI().endsWith("/DI")) {
                return element;
            }
        }
        throw new AssertionError("No element " + id);
    }
}
