package io.mallhub.simulator.soap;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The schema inside the WSDL, so that what is promised and what is checked are the same text. */
@Component
class PayloadSchema {

    private final Schema schema;

    PayloadSchema() throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        try (InputStream wsdl = new ClassPathResource("wsdl/ht2005.wsdl").getInputStream()) {
            Document document = factory.newDocumentBuilder().parse(wsdl);
            Node element =
                    document.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
                            .item(0);
            schema =
                    SchemaFactory.newDefaultInstance()
                            .newSchema(new DOMSource(element, "ht2005.wsdl"));
        }
    }

    void validate(SoapCall call) {
        try {
            schema.newValidator().validate(new DOMSource(call.element()));
        } catch (SAXException invalid) {
            throw SoapFaults.client("invalid request: " + invalid.getMessage());
        } catch (IOException impossible) {
            throw new IllegalStateException("reading a tree in memory failed", impossible);
        }
    }
}
