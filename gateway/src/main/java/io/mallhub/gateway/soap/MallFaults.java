package io.mallhub.gateway.soap;

import io.mallhub.gateway.internal.CallRefused;
import io.mallhub.gateway.internal.ReplyWords;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Refusals as SOAP faults: a code for programs in the detail, words for people as the reason. */
@Component
class MallFaults {
    private static final String NAMESPACE = "urn:mallhub:erp:1";
    private static final int OURS = 500;

    private final ReplyWords words;

    MallFaults(ReplyWords words) {
        this.words = words;
    }

    SoapFault of(CallRefused refused, Message message) {
        SoapVersion version =
                message instanceof SoapMessage soap ? soap.getVersion() : Soap11.getInstance();
        SoapFault fault =
                new SoapFault(
                        words.say(
                                refused,
                                ReplyWords.language(
                                        SoapCall.request(message).getHeader("Accept-Language"))),
                        refused.status() >= OURS ? version.getReceiver() : version.getSender());
        fault.setStatusCode(
                refused.status() < OURS && refused.status() != 429 ? OURS : refused.status());
        refused.retryAfterSeconds()
                .ifPresent(
                        seconds ->
                                ((HttpServletResponse)
                                                Objects.requireNonNull(
                                                        message.get(
                                                                AbstractHTTPDestination
                                                                        .HTTP_RESPONSE)))
                                        .setHeader("Retry-After", seconds));
        Element detail = fault.getOrCreateDetail();
        Element code = detail.getOwnerDocument().createElementNS(NAMESPACE, "code");
        code.setTextContent(refused.code());
        detail.appendChild(code);
        return fault;
    }
}
