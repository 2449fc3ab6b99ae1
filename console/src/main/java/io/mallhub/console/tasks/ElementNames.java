package io.mallhub.console.tasks;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Chinese names of BPMN elements by id, as the shipped diagrams write them. */
@Component
class ElementNames {
    private final Map<String, String> names = new HashMap<>();

    ElementNames() throws IOException, XMLStreamException {
        var diagrams = new PathMatchingResourcePatternResolver();
        for (Resource diagram : diagrams.getResources("classpath*:bpmn/*.bpmn")) {
            try (InputStream in = diagram.getInputStream()) {
                read(in);
            }
        }
    }

    Optional<String> of(String element) {
        return Optional.ofNullable(names.get(element));
    }

    private void read(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(in);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                String id = reader.getAttributeValue(null, "id");
                String name = reader.getAttributeValue(null, "name");
                if (id != null && name != null) {
                    names.put(id, name);
                }
            }
        }
    }
}
