package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.Refusal;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.Source;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.staxutils.StaxUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SOAP service: takes the payload apart by its element, turns refusals into {@code IsSuccess =
 * false}.
 */
@WebServiceProvider(
        serviceName = "HT2005Service",
        portName = "HT2005Port",
        targetNamespace = SoapReply.NAMESPACE,
        wsdlLocation = "classpath:wsdl/ht2005.wsdl")
@ServiceMode(Service.Mode.PAYLOAD)
class Ht2005Endpoint implements Provider<Source> {

    private static final Logger log = LoggerFactory.getLogger(Ht2005Endpoint.class);

    private final PayloadSchema schema;
    private final Map<String, SoapOperation> operations;

    Ht2005Endpoint(PayloadSchema schema, List<SoapOperation> operations) {
        this.schema = schema;
        this.operations =
                operations.stream()
                        .collect(Collectors.toMap(SoapOperation::name, Function.identity()));
    }

    @Override
    public Source invoke(Source request) {
        try {
            SoapCall call = new SoapCall(StaxUtils.read(request).getDocumentElement());
            schema.validate(call);
            SoapOperation operation = operations.get(call.name());
            if (operation == null) {
                throw SoapFaults.client("no operation " + call.name());
            }
            return answer(operation, call).finish();
        } catch (XMLStreamException unreadable) {
            throw SoapFaults.client("unreadable request: " + unreadable.getMessage());
        }
    }

    private static SoapReply answer(SoapOperation operation, SoapCall call) {
        try {
            return operation.answer(call);
        } catch (Refusal refusal) {
            return SoapReply.refusal(call, refusal.code().soap(), refusal.text())
                    .optional(numberField(call), refusal.number());
        } catch (IllegalArgumentException bad) {
            throw SoapFaults.client(String.valueOf(bad.getMessage()));
        } catch (SoapFault fault) {
            throw fault;
        } catch (RuntimeException broken) {
            log.error("{} failed", call.name(), broken);
            throw SoapFaults.server();
        }
    }

    private static String numberField(SoapCall call) {
        return call.name().equals("SaveCustomer") ? "FNumber" : "FBillNo";
    }
}
