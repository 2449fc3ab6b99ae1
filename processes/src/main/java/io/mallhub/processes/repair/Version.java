package io.mallhub.processes.repair;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Elements of one version of a process.
 *
 * @param types BPMN tag by id
 * @param waits where an event waits while a token is there, by the event's id: the activity it sits
 *     on, or the scope whose event subprocess it starts
 * @param ways where its tokens may be moved
 */
record Version(String process, Map<String, String> types, Map<String, String> waits, Ways ways) {
    private static final Set<String> NOT_STARTED_AT =
            Set.of(
                    "sequenceFlow",
                    "boundaryEvent",
                    "startEvent",
                    "process",
                    "definitions",
                    "message",
                    "error",
                    "escalation",
                    "signal",
                    "collaboration",
                    "participant");

    /** Whether a token may be put there. */
    boolean startsAt(String element) {
        String type = types.get(element);
        return type != null
                && !NOT_STARTED_AT.contains(type)
                && (type.endsWith("Task")
                        || type.endsWith("Event")
                        || type.endsWith("Gateway")
                        || type.endsWith("ubProcess")
                        || type.equals("callActivity")
                        || type.equals("task"));
    }

    boolean hasSame(Version other, String theirs, String ours) {
        String type = types.get(ours);
        return type != null && type.equals(other.types.get(theirs));
    }

    static Version read(String process, String bpmn) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Map<String, String> types = new HashMap<>();
        Map<String, String> waits = new HashMap<>();
        Deque<Scope> scopes = new ArrayDeque<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(bpmn));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT && isScope(xml)) {
                    scopes.pop();
                }
                String id =
                        event == XMLStreamConstants.START_ELEMENT
                                ? xml.getAttributeValue(null, "id")
                                : null;
                if (id != null) {
                    types.put(id, xml.getLocalName());
                    String place = placeOfEvent(xml, scopes.peek());
                    if (place != null) {
                        waits.put(id, place);
                    }
                    if (isScope(xml)) {
                        scopes.push(new Scope(id, scopes.peek(), isStartedByEvent(xml)));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The exported diagram is no XML", e);
        }
        return new Version(process, Map.copyOf(types), Map.copyOf(waits), WaysReader.read(bpmn));
    }

    private static boolean isScope(XMLStreamReader xml) {
        return xml.getLocalName().equals("process") || xml.getLocalName().equals("subProcess");
    }

    private static boolean isStartedByEvent(XMLStreamReader xml) {
        return "true".equals(xml.getAttributeValue(null, "triggeredByEvent"));
    }

    private static @Nullable String placeOfEvent(XMLStreamReader xml, @Nullable Scope scope) {
        if (!xml.getLocalName().equals("startEvent")) {
            return xml.getAttributeValue(null, "attachedToRef");
        }
        return scope != null && scope.startedByEvent() && scope.around() != null
                ? scope.around().id()
                : null;
    }

    private record Scope(String id, @Nullable Scope around, boolean startedByEvent) {}
}
