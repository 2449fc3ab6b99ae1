package io.mallhub.gateway.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Around every call, whatever its protocol: reads the message, no more of it than is allowed, and
 * keeps in the message log what came and what went.
 */
@Component
@Order(-200) // outside of the security filters, whose refusals are kept too
public class CallFilter extends OncePerRequestFilter {
    private static final String NOTE = CallFilter.class.getName() + ".note";

    /** Read as parameters by those who issue tokens; the server limits forms itself. */
    public static final String FORMS = "/erp-api/oauth/token";

    private static final String BODY = CallFilter.class.getName() + ".body";

    private final CallLog log;
    private final GatewaySettings settings;
    private final Clock clock;

    CallFilter(CallLog log, GatewaySettings settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    public static CallNote note(HttpServletRequest request) {
        return (CallNote) Objects.requireNonNull(request.getAttribute(NOTE));
    }

    /** The message as it came. */
    public static byte[] body(HttpServletRequest request) {
        return (byte[]) Objects.requireNonNull(request.getAttribute(BODY));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/services/")
                && (!path.startsWith("/erp-api/") || path.equals(FORMS));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(settings.largest() + 1);
        if (body.length > settings.largest()) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        CallNote note = new CallNote();
        request.setAttribute(NOTE, note);
        request.setAttribute(BODY, body);
        Instant at = clock.instant();
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(new ReadBefore(request, body), answer);
        } finally {
            if (note.caller() != null && !note.operation().isEmpty()) {
                log.whole(
                        note,
                        request.getRequestURI(),
                        new String(body, StandardCharsets.UTF_8),
                        new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8),
                        answer.getStatus(),
                        at);
            }
            answer.copyBodyToResponse();
        }
    }

    private static final class ReadBefore extends HttpServletRequestWrapper {
        private final byte[] body;

        ReadBefore(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int most) {
                    return bytes.read(into, from, most);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("Calls are read at once");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            String encoding = getCharacterEncoding();
            return new BufferedReader(
                    new InputStreamReader(
                            getInputStream(),
                            encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }
}
