package io.mallhub.gateway.soap;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.ReadHeadersInterceptor;
import org.apache.cxf.phase.Phase;

/** A message has no document type: no entities, nothing that is fetched from elsewhere. */
class StrictMessage extends AbstractSoapInterceptor {
    StrictMessage() {
        super(Phase.READ);
        addBefore(ReadHeadersInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
        XMLStreamReader reader = message.getContent(XMLStreamReader.class);
        if (reader != null) {
            message.setContent(XMLStreamReader.class, new NoDocumentType(reader));
        }
    }

    private static final class NoDocumentType extends StreamReaderDelegate {
        NoDocumentType(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("A message has no document type");
            }
            return event;
        }

        @Override
        public int nextTag() throws XMLStreamException {
            int event = next();
            while (event != XMLStreamConstants.START_ELEMENT
                    && event != XMLStreamConstants.END_ELEMENT) {
                boolean skipped =
                        event == XMLStreamConstants.COMMENT
                                || event == XMLStreamConstants.SPACE
                                || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                                || (event == XMLStreamConstants.CHARACTERS && isWhiteSpace());
                if (!skipped) {
                    throw new XMLStreamException("Text between elements", getLocation());
                }
                event = next();
            }
            return event;
        }
    }
}
