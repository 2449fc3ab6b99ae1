package io.mallhub.connectors.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request, and what later calls of the same operation may use of its reply.
 *
 * @param path appended to the connection's endpoint; empty for SOAP
 * @param query parameters; those that come out empty are left out
 * @param headers of this call alone; those that come out empty are left out
 * @param action SOAPAction
 * @param quotesDoubled its values stand between single quotes, in a filter: their own are doubled
 * @param body null for a call without one
 * @param keep names of values, each with the expression that finds it in the reply
 * @param keepHeaders names of values, each with the reply's header that holds it
 */
public record Call(
        String method,
        RequestTemplate path,
        Map<String, RequestTemplate> query,
        Map<String, RequestTemplate> headers,
        String action,
        boolean quotesDoubled,
        @Nullable Body body,
        Map<String, String> keep,
        Map<String, String> keepHeaders) {
    public Call {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        keep = Map.copyOf(keep);
        keepHeaders = Map.copyOf(keepHeaders);
    }

    /** What is sent along. */
    public sealed interface Body {
        /** A text in the definition's format. */
        record Text(RequestTemplate template) implements Body {}

        /** {@code application/x-www-form-urlencoded}; fields that come out empty are left out. */
        record Form(Map<String, RequestTemplate> fields) implements Body {
            public Form {
                fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            }
        }
    }
}
