package io.mallhub.simulator.soap;

import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;

/** The two faults of this service. */
final class SoapFaults {

    private SoapFaults() {}

    /** The request is wrong; sending it again cannot help. */
    static SoapFault client(String why) {
        return new SoapFault(why, Soap11.getInstance().getSender());
    }

    /** Something broke inside; nothing was saved. */
    static SoapFault server() {
        return new SoapFault("internal error", Soap11.getInstance().getReceiver());
    }
}
