package io.mallhub.console.tasks;

import io.mallhub.webkit.Words;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Names of BPMN elements by id: in Chinese as the shipped diagrams write them, in English from the
 * texts {@code bpmn.<id>}.
 */
@Component
public class ElementNames {
    private final Map<String, String> names = new HashMap<>();

    private final Words words;

    ElementNames(Words words) throws IOException, XMLStreamException {
        this.words = words;
        var diagrams = new PathMatchingResourcePatternResolver();
        for (Resource diagram : diagrams.getResources("classpath*:bpmn/*.bpmn")) {
            try (InputStream in = diagram.getInputStream()) {
                read(in);
            }
        }
    }

    /** In the reader's language; an element no diagram names is its id in words. */
    String of(String element) {
        return words.codeOr(
                "bpmn." + element, names.getOrDefault(element, element.replace('-', ' ')));
    }

    /** Names a diagram is to show instead of its own; empty where its own are in the language. */
    public Map<String, String> translated() {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        Map<String, String> translated = new TreeMap<>();
        if (english) {
            names.keySet().forEach(element -> translated.put(element, of(element)));
        }
        return translated;
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
