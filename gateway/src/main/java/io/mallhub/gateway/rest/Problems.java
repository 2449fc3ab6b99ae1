package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.CallFilter;
import io.mallhub.gateway.internal.CallRefused;
import io.mallhub.gateway.internal.ReplyWords;
import io.mallhub.gateway.internal.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Refusals as problem documents (RFC 9457): a code for programs, words for people. */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final CallRefused UNKNOWN = CallRefused.because(401, "sign-in.needed", "");

    private final ReplyWords words;
    private final WireJson json;

    Problems(ReplyWords words, WireJson json) {
        this.words = words;
        this.json = json;
    }

    void write(CallRefused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CallFilter.note(request).failed(refused.code());
        response.setStatus(refused.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        refused.retryAfterSeconds().ifPresent(wait -> response.setHeader("Retry-After", wait));
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:mallhub:problem:" + refused.code());
        problem.put("status", refused.status());
        problem.put("code", refused.code());
        problem.put(
                "detail",
                words.say(refused, ReplyWords.language(request.getHeader("Accept-Language"))));
        response.getWriter().write(json.write(problem));
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException unknown)
            throws IOException {
        write(UNKNOWN, request, response);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(UNKNOWN, request, response);
    }
}
