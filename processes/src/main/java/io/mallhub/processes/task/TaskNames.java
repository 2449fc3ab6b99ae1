package io.mallhub.processes.task;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of user tasks: the engine doesn't export them, the diagram of the version has them. */
@Component
class TaskNames {
    private final JdbcClient jdbc;
    private final Map<Long, Map<String, String>> byDefinition = new ConcurrentHashMap<>();

    TaskNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id itself, where the diagram isn't exported yet. */
    String name(long definition, String element) {
        Map<String, String> names = byDefinition.get(definition);
        if (names == null) {
            names = read(definition);
            if (!names.isEmpty()) {
                byDefinition.put(definition, names);
            }
        }
        return names.getOrDefault(element, element);
    }

    private Map<String, String> read(long definition) {
        return jdbc.sql("SELECT bpmn_xml FROM engine.process_definition WHERE key = ?")
                .param(definition)
                .query(String.class)
                .optional()
                .map(TaskNames::parse)
                .orElse(Map.of());
    }

    private static Map<String, String> parse(String bpmn) {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Map<String, String> names = new HashMap<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(bpmn));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    String id = xml.getAttributeValue(null, "id");
                    String name = xml.getAttributeValue(null, "name");
                    if (id != null && name != null) {
                        names.put(id, name);
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The exported diagram is no XML", e);
        }
        return names;
    }
}
