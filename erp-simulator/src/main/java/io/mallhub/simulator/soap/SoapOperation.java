package io.mallhub.simulator.soap;

/** Answers one operation of the WSDL. */
interface SoapOperation {

    /** The name of the request element. */
    String name();

    /**
     * @throws io.mallhub.simulator.kernel.Refusal where the ERP says no
     */
    SoapReply answer(SoapCall call);
}
