package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** A call of an interface operation, stopped before it reaches the ERP. */
final class InterceptedCall {

    private final CallName called;
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final FilterChain chain;

    InterceptedCall(
            CallName called,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain) {
        this.called = called;
        this.request = request;
        this.response = response;
        this.chain = chain;
    }

    Operation operation() {
        return called.operation();
    }

    Protocol protocol() {
        return called.protocol();
    }

    /** The operation's name in its protocol. */
    String name() {
        return called.name();
    }

    HttpServletResponse response() {
        return response;
    }

    void proceed() throws IOException, ServletException {
        chain.doFilter(request, response);
    }

    /**
     * Lets the ERP do its work and commit, and returns the body of the reply, of which nothing is
     * sent yet.
     */
    byte[] proceedAndKeepReply() throws IOException, ServletException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        return kept.getContentAsByteArray();
    }

    void reply(int status, String contentType, String body) throws IOException {
        byte[] bytes = FaultEffects.utf8(body);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Closes the connection; what was not flushed is never sent. */
    void drop() {
        ConnectionValve.dropperOf(request).run();
    }
}
