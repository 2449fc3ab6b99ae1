package io.mallhub.connectors.mapping;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** XML parsers that know no DTD, hence no entities of their own, and no bottomless nesting. */
final class SafeXml {
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
        return parser.getXMLReader();
    }

    private synchronized SAXParser parser() throws SAXException, ParserConfigurationException {
        return factory.newSAXParser();
    }
}
