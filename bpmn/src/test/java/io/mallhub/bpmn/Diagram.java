package io.mallhub.bpmn;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A BPMN or DMN file read for the contract tests. */
record Diagram(Document xml) {
    private static final Set<String> FEEL_WORDS =
            Set.of("list", "contains", "count", "null", "true", "false", "and", "or", "not");

    static Diagram of(String resource) {
        try (InputStream in = Diagram.class.getClassLoader().getResourceAsStream(resource)) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Diagram(factory.newDocumentBuilder().parse(in));
        } catch (Exception e) {
            throw new AssertionError(resource, e);
        }
    }

    List<Element> all(String localName) {
        NodeList found = xml.getElementsByTagNameNS("*", localName);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The BPMN user tasks; the engine's marker inside them has the same local name. */
    List<Element> userTasks() {
        return all("userTask").stream().filter(e -> e.hasAttribute("id")).toList();
    }

    Set<String> attributes(String localName, String attribute) {
        Set<String> values = new TreeSet<>();
        all(localName).stream()
                .filter(e -> e.hasAttribute(attribute))
                .forEach(e -> values.add(e.getAttribute(attribute)));
        return values;
    }

    static Set<String> attributes(Element within, String localName, String attribute) {
        NodeList found = within.getElementsByTagNameNS("*", localName);
        Set<String> values = new TreeSet<>();
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute(attribute));
        }
        return values;
    }

    /** Names that a FEEL expression reads; of a path its first part. */
    static Set<String> variables(String expression) {
        String plain = expression.replaceAll("\"[^\"]*\"", "").replaceAll("\\.\\w+", "");
        return Pattern.compile("[A-Za-z]\\w*")
                .matcher(plain)
                .results()
                .map(MatchResult::group)
                .filter(word -> !FEEL_WORDS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    String documentation(Element element) {
        NodeList found = element.getElementsByTagNameNS("*", "documentation");
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    /** Of flows, and of the mappings that feed them. */
    List<String> conditions() {
        List<String> texts = new ArrayList<>();
        all("conditionExpression").forEach(e -> texts.add(e.getTextContent()));
        all("output").forEach(e -> texts.add(e.getAttribute("source")));
        return texts;
    }

    /** Job type → retries. */
    Map<String, Integer> jobTypes() {
        Map<String, Integer> types = new TreeMap<>();
        all("taskDefinition")
                .forEach(
                        e ->
                                types.put(
                                        e.getAttribute("type"),
                                        Integer.valueOf(e.getAttribute("retries"))));
        return types;
    }
}
