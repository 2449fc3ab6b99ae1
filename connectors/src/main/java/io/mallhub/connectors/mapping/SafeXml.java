package io.mallhub.connectors.mapping;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * XML parsers that know no DTD, hence no entities of their own, no bottomless nesting and no end of
 * elements.
 */
final class SafeXml {
    /** Also in a list without pages there are no more: a tree of them takes some 100 MB. */
    static final int MOST_ELEMENTS = 1_000_000;

    private final SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    private final int depth;

    SafeXml(int depth) {
        this.depth = depth;
        factory.setNamespaceAware(true);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's own parser has these features", e);
        }
    }

    XMLReader reader() throws SAXException, ParserConfigurationException {
        SAXParser parser = parser();
        parser.setProperty("jdk.xml.maxElementDepth", Integer.toString(depth));
        return new Counting(parser.getXMLReader());
    }

    private static final class Counting extends XMLFilterImpl {
        private int elements;

        Counting(XMLReader parent) {
            super(parent);
        }

        @Override
        public void startElement(
                String uri, String localName, String qualifiedName, Attributes attributes)
                throws SAXException {
            elements++;
            if (elements > MOST_ELEMENTS) {
                throw new SAXException("there are more than " + MOST_ELEMENTS + " elements");
            }
            super.startElement(uri, localName, qualifiedName, attributes);
        }
    }

    private synchronized SAXParser parser() throws SAXException, ParserConfigurationException {
        return factory.newSAXParser();
    }
}
