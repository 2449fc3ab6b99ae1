package io.mallhub.storefront.api;

import io.mallhub.webkit.Words;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Problem documents: a code for programs, words for people, the lines at fault. */
@Component
class ProblemDocuments {
    private static final Map<Integer, String> CODES =
            Map.of(
                    400, "request.malformed",
                    401, "sign-in.needed",
                    403, "right.missing",
                    404, "path.unknown",
                    405, "method.unknown",
                    406, "answer.not-acceptable",
                    413, "body.too-large",
                    415, "body.not-json");

    private final MessageSource messages;
    private final Words words;

    ProblemDocuments(MessageSource messages, Words words) {
        this.messages = messages;
        this.words = words;
    }

    ProblemDetail of(Problem problem, Locale language) {
        ProblemDetail document =
                document(problem.status(), problem.code(), language, problem.what());
        if (!problem.lines().isEmpty()) {
            document.setProperty("lines", lines(problem.lines()));
        }
        return document;
    }

    /** For what Spring or the door refuses: the status says it all. */
    ProblemDetail of(HttpStatusCode status, Locale language) {
        return document(status, CODES.getOrDefault(status.value(), "failure"), language);
    }

    ProblemDetail document(HttpStatusCode status, String code, Locale language, Object... figures) {
        ProblemDetail document = ProblemDetail.forStatus(status);
        document.setType(URI.create("urn:mallhub:problem:" + code));
        document.setDetail(messages.getMessage("api." + code, figures, language));
        document.setProperty("code", code);
        return document;
    }

    /** Each in words. */
    List<LineJson> lines(List<Problem.Line> lines) {
        return lines.stream()
                .map(
                        line ->
                                new LineJson(
                                        line.line(),
                                        line.product(),
                                        line.code(),
                                        words.message(line.code(), line.detail()),
                                        line.detail()))
                .toList();
    }

    record LineJson(int line, String product, String code, String message, String detail) {}
}
