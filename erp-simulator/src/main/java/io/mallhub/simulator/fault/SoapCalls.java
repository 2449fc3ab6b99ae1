package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Tells the operation of a SOAP request by the first element of its body: SOAPAction is only a
 * hint.
 */
final class SoapCalls {

    private static final Map<String, Operation> OPERATIONS =
            Map.of(
                    "QueryMaterials", Operation.LIST_MATERIALS,
                    "QueryInventory", Operation.LIST_STOCK,
                    "QueryCustomers", Operation.LIST_CUSTOMERS,
                    "FindCustomer", Operation.FIND_CUSTOMER,
                    "SaveCustomer", Operation.CREATE_CUSTOMER,
                    "QuerySalesOrders", Operation.LIST_ORDERS,
                    "FindSalesOrder", Operation.FIND_ORDER,
                    "SaveSalesOrder", Operation.CREATE_ORDER,
                    "VoidSalesOrder", Operation.VOID_ORDER);

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    SoapCalls() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    /** Empty for what is no known call: the endpoint will say what is wrong with it. */
    Optional<CallName> of(byte[] envelope) {
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(envelope));
            boolean inBody = false;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                String name = xml.getLocalName();
                if (inBody) {
                    return Optional.ofNullable(OPERATIONS.get(name))
                            .map(operation -> new CallName(operation, Protocol.SOAP, name));
                }
                inBody = name.equals("Body");
            }
            return Optional.empty();
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }
}
