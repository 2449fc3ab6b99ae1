package io.mallhub.processes.repair;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Elements of one version of a process.
 *
 * @param types BPMN tag by id
 * @param hosts the activity a boundary event sits on, by the event's id
 */
record Version(String process, Map<String, String> types, Map<String, String> hosts) {
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
        Map<String, String> hosts = new HashMap<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(bpmn));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String id = xml.getAttributeValue(null, "id");
                    String host = xml.getAttributeValue(null, "attachedToRef");
                    if (id != null) {
                        types.put(id, xml.getLocalName());
                    }
                    if (id != null && host != null) {
                        hosts.put(id, host);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The exported diagram is no XML", e);
        }
        return new Version(process, Map.copyOf(types), Map.copyOf(hosts));
    }
}
