package io.mallhub.simulator.fault;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Hands each request the means to close its connection at once, which the servlet API does not
 * offer.
 */
final class ConnectionValve extends ValveBase {

    private static final String DROPPER = ConnectionValve.class.getName();

    ConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Runnable dropper = () -> request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
        request.setAttribute(DROPPER, dropper);
        getNext().invoke(request, response);
    }

    static Runnable dropperOf(ServletRequest request) {
        if (request.getAttribute(DROPPER) instanceof Runnable dropper) {
            return dropper;
        }
        throw new IllegalStateException("the connection valve is not installed");
    }
}
