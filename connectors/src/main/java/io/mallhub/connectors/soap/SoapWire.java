package io.mallhub.connectors.soap;

import io.mallhub.connectors.mapping.BodyEncoding;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.HttpTransport;
import io.mallhub.connectors.transport.Wire;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.binding.soap.saaj.SAAJStreamWriter;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.ClientImpl;
import org.apache.cxf.endpoint.PreexistingConduitSelector;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;

/**
 * Sends whole envelopes through a CXF dispatch: no generated classes, so any style of WSDL works,
 * rpc/encoded included.
 */
public final class SoapWire implements Wire {
    private static final QName SERVICE = new QName("urn:mallhub:dispatch", "Erp");
    private static final QName PORT = new QName("urn:mallhub:dispatch", "ErpPort");

    private final MessageFactory messages;
    private final Dispatch<SOAPMessage> dispatch;

    /**
     * @param bus shared by all wires of this module
     */
    public SoapWire(
            Bus bus,
            boolean soap12,
            URI endpoint,
            BodyEncoding encoding,
            HttpTransport transport,
            Security security) {
        try {
            messages =
                    MessageFactory.newInstance(
                            soap12
                                    ? SOAPConstants.SOAP_1_2_PROTOCOL
                                    : SOAPConstants.SOAP_1_1_PROTOCOL);
        } catch (SOAPException e) {
            throw new IllegalStateException("no SOAP messages on this platform", e);
        }
        dispatch = dispatch(bus, soap12, endpoint);
        Client client = ((DispatchImpl<SOAPMessage>) dispatch).getClient();
        TransportConduit conduit =
                new TransportConduit(
                        client.getEndpoint().getEndpointInfo().getTarget(), transport, encoding);
        client.setConduitSelector(new PreexistingConduitSelector(conduit, client.getEndpoint()));
        security.secure(client);
    }

    private static Dispatch<SOAPMessage> dispatch(Bus bus, boolean soap12, URI endpoint) {
        Bus before = BusFactory.getAndSetThreadDefaultBus(bus);
        try {
            Service service = Service.create(SERVICE);
            service.addPort(
                    PORT,
                    soap12 ? SOAPBinding.SOAP12HTTP_BINDING : SOAPBinding.SOAP11HTTP_BINDING,
                    endpoint.toString());
            Dispatch<SOAPMessage> dispatch =
                    service.createDispatch(PORT, SOAPMessage.class, Service.Mode.MESSAGE);
            dispatch.getRequestContext().put(ClientImpl.THREAD_LOCAL_REQUEST_CONTEXT, true);
            return dispatch;
        } finally {
            BusFactory.setThreadDefaultBus(before);
        }
    }

    @Override
    public Sent send(Request request) {
        TransportConduit.Exchange exchange = new TransportConduit.Exchange(request);
        try {
            Map<String, Object> context = dispatch.getRequestContext();
            context.putAll(properties(request, exchange));
            // One way for CXF: the reply is read by the connector itself.
            dispatch.invokeOneWay(message(request.body()));
        } catch (SOAPException | XMLStreamException | WebServiceException e) {
            if (exchange.sent == null) {
                return new Sent(
                        request.body(),
                        new HttpOutcome.NotSent("no envelope: " + e.getMessage(), e));
            }
        }
        if (exchange.sent == null) {
            throw new IllegalStateException("CXF has not sent the envelope");
        }
        return exchange.sent;
    }

    /**
     * As the content of a part the text would go through a transformer, and each message would look
     * through all archives of the program for one.
     */
    private SOAPMessage message(String envelope) throws SOAPException, XMLStreamException {
        SOAPMessage message = messages.createMessage();
        XMLStreamReader reader = StaxUtils.createXMLStreamReader(new StringReader(envelope));
        try {
            StaxUtils.copy(reader, new SAAJStreamWriter(message.getSOAPPart()));
        } finally {
            StaxUtils.close(reader);
        }
        return message;
    }

    private Map<String, Object> properties(Request request, TransportConduit.Exchange exchange) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(TransportConduit.EXCHANGE, exchange);
        properties.put(Message.ENCODING, StandardCharsets.UTF_8.name());
        properties.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
        properties.put(BindingProvider.SOAPACTION_URI_PROPERTY, request.action());
        return properties;
    }

    /** What of WS-Security is put on outgoing envelopes. */
    @FunctionalInterface
    public interface Security {
        Security NONE = client -> {};

        void secure(Client client);
    }
}
