package io.mallhub.connectors.definition;

import io.mallhub.connectors.mapping.FieldMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one canonical operation is called and its reply read.
 *
 * @param path appended to the connection's endpoint; empty for SOAP
 * @param query parameters; those that come out empty are left out
 * @param action SOAPAction
 * @param request null for a call without body
 * @param records expression that selects the records; empty: the whole reply is the one record
 * @param more expression that says whether another page follows; empty: a full page says so
 * @param place where a record stands in its list, seen from the record
 */
public record Operation(
        OperationKind kind,
        String method,
        RequestTemplate path,
        Map<String, RequestTemplate> query,
        String action,
        @Nullable RequestTemplate request,
        String records,
        String more,
        FieldMap map,
        FieldMap place,
        Paging paging) {
    public Operation {
        query = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(query));
    }
}
