package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.CallFilter;
import io.mallhub.gateway.internal.CallRefused;
import io.mallhub.gateway.internal.Caller;
import io.mallhub.gateway.internal.KeptAnswers;
import io.mallhub.gateway.internal.KeptAnswers.Answer;
import io.mallhub.gateway.internal.ReplyWords;
import io.mallhub.gateway.internal.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What all REST calls have in common: the body, the key of a repeated one, the answer. */
@Component
class ErpApiCalls {
    private final KeptAnswers answers;
    private final WireJson json;

    ErpApiCalls(KeptAnswers answers, WireJson json) {
        this.answers = answers;
        this.json = json;
    }

    ResponseEntity<String> answer(
            HttpServletRequest request, String operation, Function<Call, Object> work) {
        CallFilter.note(request).about(operation);
        String body = new String(CallFilter.body(request), StandardCharsets.UTF_8);
        Call call = new Call(caller(), tree(body), language(request), json);
        Supplier<Answer> answering = () -> new Answer(200, json.write(work.apply(call)));
        String key = request.getHeader("Idempotency-Key");
        Answer answer =
                key == null
                        ? answering.get()
                        : answers.once(call.caller(), key, operation + "\n" + body, answering);
        return ResponseEntity.status(answer.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.body());
    }

    private JsonNode tree(String body) {
        JsonNode tree;
        try {
            tree = json.tree(body);
        } catch (JacksonException e) {
            throw unreadable(
                    e.getLocation() == null
                            ? ""
                            : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr());
        }
        if (!tree.isObject()) {
            throw unreadable("{}");
        }
        return tree;
    }

    private static CallRefused unreadable(String where) {
        return CallRefused.because(400, "body.unreadable", where);
    }

    private static Caller caller() {
        return ((CallerAuthentication)
                        Objects.requireNonNull(
                                SecurityContextHolder.getContext().getAuthentication()))
                .getPrincipal();
    }

    private static Locale language(HttpServletRequest request) {
        return ReplyWords.language(request.getHeader("Accept-Language"));
    }

    record Call(Caller caller, JsonNode body, Locale language, WireJson json) {
        /** Each is read when its turn comes: one that is none is refused alone. */
        <W> List<Supplier<W>> records(Class<W> type) {
            only("records");
            JsonNode records = body.path("records");
            if (!records.isArray() || records.isEmpty()) {
                throw unreadable("records");
            }
            return records.valueStream()
                    .<Supplier<W>>map(record -> () -> json.read(record, type))
                    .toList();
        }

        @Nullable Integer number(String field) {
            only(field);
            JsonNode value = body.path(field);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.canConvertToInt() || !value.isIntegralNumber()) {
                throw unreadable(field);
            }
            return value.intValue();
        }

        private void only(String field) {
            Set<String> others = new TreeSet<>(body.propertyNames());
            others.remove(field);
            if (!others.isEmpty()) {
                throw unreadable(String.join(", ", others));
            }
        }
    }
}
