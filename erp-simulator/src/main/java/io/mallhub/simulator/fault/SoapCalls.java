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
            Map.ofEntries(
                    Map.entry("QueryMaterials", Operation.LIST_MATERIALS),
                    Map.entry("FindMaterial", Operation.FIND_MATERIAL),
                    Map.entry("UpdateMaterial", Operation.UPDATE_MATERIAL),
                    Map.entry("QueryInventory", Operation.LIST_STOCK),
                    Map.entry("QueryCustomers", Operation.LIST_CUSTOMERS),
                    Map.entry("FindCustomer", Operation.FIND_CUSTOMER),
                    Map.entry("SaveCustomer", Operation.CREATE_CUSTOMER),
                    Map.entry("UpdateCustomer", Operation.UPDATE_CUSTOMER),
                    Map.entry("QuerySalesOrders", Operation.LIST_ORDERS),
                    Map.entry("FindSalesOrder", Operation.FIND_ORDER),
                    Map.entry("SaveSalesOrder", Operation.CREATE_ORDER),
                    Map.entry("VoidSalesOrder", Operation.VOID_ORDER),
                    Map.entry("QueryReturnOrders", Operation.LIST_RETURNS),
                    Map.entry("FindReturnOrder", Operation.FIND_RETURN),
                    Map.entry("SaveReturnOrder", Operation.CREATE_RETURN),
                    Map.entry("VoidReturnOrder", Operation.VOID_RETURN),
                    Map.entry("FindVoucher", Operation.FIND_VOUCHER),
                    Map.entry("SaveVoucher", Operation.CREATE_VOUCHER));

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
