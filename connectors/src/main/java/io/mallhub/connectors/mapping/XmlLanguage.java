package io.mallhub.connectors.mapping;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.ExtensionFunction;
import net.sf.saxon.s9api.ItemType;
import net.sf.saxon.s9api.OccurrenceIndicator;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SequenceType;
import net.sf.saxon.s9api.UnprefixedElementMatchingPolicy;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmEmptySequence;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * XML replies and XPath 3.1. Names without prefix match in any namespace, because ERPs answer in
 * namespaces other than their WSDL says; functions of {@link Conversions} have the prefix {@code
 * m}.
 */
public final class XmlLanguage implements ReplyLanguage {
    private static final String PARENT = "../";
    private static final String FUNCTIONS = "urn:mallhub:mapping";

    private final Processor processor = new Processor(false);
    private final XPathCompiler compiler;
    private final ConcurrentMap<String, XPathExecutable> compiled = new ConcurrentHashMap<>();
    private final ValueFormats formats;
    private final SafeXml safeXml;

    /**
     * @param depth deepest element nesting
     */
    public XmlLanguage(ValueFormats formats, Conversions conversions, int depth) {
        this.formats = formats;
        safeXml = new SafeXml(depth);
        // An expression is data: it must not read files or addresses.
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        conversions
                .functions()
                .forEach(f -> processor.registerExtensionFunction(new XPathFunction(FUNCTIONS, f)));
        processor.registerExtensionFunction(new InString());
        compiler = processor.newXPathCompiler();
        compiler.setUnprefixedElementMatchingPolicy(UnprefixedElementMatchingPolicy.ANY_NAMESPACE);
        compiler.declareNamespace("m", FUNCTIONS);
        compiler.declareNamespace("xs", "http://www.w3.org/2001/XMLSchema");
    }

    @Override
    public void check(String expression) {
        compile(expression);
    }

    @Override
    public void check(FieldMap map) {
        for (FieldMap.Field field : map.fields()) {
            switch (field) {
                case FieldMap.Field.Value value -> check(value.expression());
                case FieldMap.Field.Each each -> {
                    check(each.each());
                    check(each.map());
                }
            }
        }
    }

    private XPathExecutable compile(String expression) {
        return compiled.computeIfAbsent(
                expression,
                e -> {
                    Forbidden.in(e);
                    try {
                        synchronized (compiler) {
                            return compiler.compile(e);
                        }
                    } catch (SaxonApiException ex) {
                        throw new IllegalArgumentException(
                                "'%s' is no XPath: %s".formatted(e, ex.getMessage()), ex);
                    }
                });
    }

    @Override
    public Document parse(String text) {
        try {
            return new Page(build(text));
        } catch (SaxonApiException e) {
            throw new UnreadableReply("not well-formed XML: " + e.getMessage(), e);
        }
    }

    private XdmNode build(String text) throws SaxonApiException {
        String clean = formats.controlCharacters().inXml(text);
        try {
            return processor
                    .newDocumentBuilder()
                    .build(
                            new SAXSource(
                                    safeXml.reader(), new InputSource(new StringReader(clean))));
        } catch (SAXException | ParserConfigurationException e) {
            throw new SaxonApiException(e);
        }
    }

    /** {@code m:xml(string)}: XML that stands in a string, read with the guards of a reply. */
    private final class InString implements ExtensionFunction {
        @Override
        public QName getName() {
            return new QName(FUNCTIONS, "xml");
        }

        @Override
        public SequenceType getResultType() {
            return SequenceType.makeSequenceType(
                    ItemType.DOCUMENT_NODE, OccurrenceIndicator.ZERO_OR_ONE);
        }

        @Override
        public SequenceType[] getArgumentTypes() {
            return new SequenceType[] {
                SequenceType.makeSequenceType(ItemType.ANY_ITEM, OccurrenceIndicator.ZERO_OR_ONE)
            };
        }

        @Override
        public XdmValue call(XdmValue[] arguments) throws SaxonApiException {
            String text =
                    arguments[0].isEmpty() ? "" : arguments[0].itemAt(0).getStringValue().strip();
            return text.isEmpty() ? XdmEmptySequence.getInstance() : build(text);
        }
    }

    /** One document; its selectors are loaded once for all its records. */
    private final class Page implements Document {
        private final XdmNode root;
        private final Map<String, XPathSelector> selectors = new HashMap<>();
        private final Map<String, OfParent> ofParents = new HashMap<>();

        Page(XdmNode root) {
            this.root = root;
        }

        XdmValue select(String expression, XdmItem context) throws SaxonApiException {
            XPathSelector selector = selectors.computeIfAbsent(expression, e -> compile(e).load());
            selector.setContextItem(context);
            return selector.evaluate();
        }

        private XdmValue select(String expression) {
            try {
                return select(expression, root);
            } catch (SaxonApiException e) {
                throw new UnreadableReply(
                        "'%s' fails on the reply: %s".formatted(expression, e.getMessage()), e);
            }
        }

        /** Records of a list have one parent: what stands there is looked up once for all. */
        XdmValue ofParent(XdmNode parent, String name) throws SaxonApiException {
            OfParent known = ofParents.get(name);
            if (known == null || !known.parent.equals(parent)) {
                known = new OfParent(parent, select(name, parent));
                ofParents.put(name, known);
            }
            return known.value;
        }

        @Override
        public boolean holds(String expression) {
            XdmValue value = select(expression);
            return value.size() != 0 && !value.itemAt(0).getStringValue().equals("false");
        }

        @Override
        public @Nullable String text(String expression) {
            XdmValue value = select(expression);
            return value.isEmpty() ? null : value.itemAt(0).getStringValue();
        }

        @Override
        public List<Record> records(String expression) {
            List<Record> records = new ArrayList<>();
            for (XdmItem item : select(expression)) {
                records.add(new Node(this, item));
            }
            return records;
        }

        @Override
        public Record whole() {
            return new Node(this, root);
        }
    }

    private record OfParent(XdmNode parent, XdmValue value) {}

    private final class Node implements Record {
        private final Page page;
        private final XdmItem item;
        private @Nullable Children children;

        Node(Page page, XdmItem item) {
            this.page = page;
            this.item = item;
        }

        @Override
        public Fields fields(FieldMap map) {
            if (children == null) {
                children = Children.of(item);
            }
            return new Fields(values(item, children, map), formats);
        }

        private Map<String, @Nullable Object> values(
                XdmItem context, Children children, FieldMap map) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (FieldMap.Field field : map.fields()) {
                boolean plain =
                        field instanceof FieldMap.Field.Value v && Children.isName(v.expression());
                values.put(
                        field.name(),
                        plain
                                ? children.value(((FieldMap.Field.Value) field).expression())
                                : value(context, field));
            }
            return values;
        }

        private @Nullable Object value(XdmItem context, FieldMap.Field field) {
            try {
                return switch (field) {
                    case FieldMap.Field.Value v -> single(selected(v.expression(), context));
                    case FieldMap.Field.Each e -> {
                        List<Object> inner = new ArrayList<>();
                        for (XdmItem child : page.select(e.each(), context)) {
                            inner.add(values(child, Children.of(child), e.map()));
                        }
                        yield inner;
                    }
                };
            } catch (SaxonApiException e) {
                return new Unreadable(String.valueOf(e.getMessage()));
            }
        }

        private XdmValue selected(String expression, XdmItem context) throws SaxonApiException {
            if (expression.startsWith(PARENT)
                    && context instanceof XdmNode node
                    && node.getParent() != null) {
                String name = expression.substring(PARENT.length());
                if (Children.isName(name)) {
                    return page.ofParent(node.getParent(), name);
                }
            }
            return page.select(expression, context);
        }

        private static @Nullable Object single(XdmValue value) {
            return switch (value.size()) {
                case 0 -> null;
                case 1 -> value.itemAt(0).getStringValue();
                default -> new Unreadable("has " + value.size() + " values");
            };
        }

        @Override
        public String payload() {
            return item.toString();
        }
    }
}
