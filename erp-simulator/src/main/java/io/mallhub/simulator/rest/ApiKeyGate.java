package io.mallhub.simulator.rest;

import io.mallhub.simulator.SimulatorSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets only calls with the right key through to {@code /api}. */
@Component
public class ApiKeyGate implements HandlerInterceptor {

    static final String HEADER = "X-HT-Key";

    private final byte[] key;

    ApiKeyGate(SimulatorSettings settings) {
        key = settings.apiKey().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws java.io.IOException {
        String given = request.getHeader(HEADER);
        if (given != null && MessageDigest.isEqual(key, given.getBytes(StandardCharsets.UTF_8))) {
            return true;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(
                        "{\"code\":9401,\"msg\":\"no or wrong key\",\"data\":null}"
                                .getBytes(StandardCharsets.UTF_8));
        return false;
    }
}
