package io.mallhub.gateway.soap;

import io.mallhub.gateway.internal.CallFilter;
import io.mallhub.gateway.internal.CallNote;
import io.mallhub.gateway.internal.CallRefused;
import io.mallhub.gateway.internal.Caller;
import io.mallhub.gateway.internal.ReplyWords;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SOAP call that this thread answers. */
record SoapCall(Message message, Caller caller, CallNote note, MallFaults faults) {
    private static final Logger LOG = LoggerFactory.getLogger(SoapCall.class);

    static SoapCall current(String operation, MallFaults faults) {
        Message message = Objects.requireNonNull(PhaseInterceptorChain.getCurrentMessage());
        CallNote note = CallFilter.note(request(message));
        note.about(operation);
        return new SoapCall(
                message, Objects.requireNonNull(message.get(Caller.class)), note, faults);
    }

    static HttpServletRequest request(Message message) {
        return (HttpServletRequest)
                Objects.requireNonNull(message.get(AbstractHTTPDestination.HTTP_REQUEST));
    }

    Locale language() {
        return ReplyWords.language(request(message).getHeader("Accept-Language"));
    }

    /** What goes wrong becomes a fault that says what to do, and nothing of the inside. */
    <T> T answer(Supplier<T> work) {
        try {
            return work.get();
        } catch (CallRefused refused) {
            note.failed(refused.code());
            throw faults.of(refused, message);
        } catch (RuntimeException broken) {
            LOG.error("{} of {} failed", message, caller.client().id(), broken);
            CallRefused failed = CallRefused.because(500, "call.failed", "");
            note.failed(failed.code());
            throw faults.of(failed, message);
        }
    }
}
