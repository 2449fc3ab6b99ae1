package io.mallhub.console.operations;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/** The fields of the search page's URL that belong to its filter. */
final class FilterFields {
    private FilterFields() {}

    static Map<String, String> of(HttpServletRequest request) {
        var known =
                Arrays.stream(InstanceFilter.class.getRecordComponents())
                        .map(component -> component.getName())
                        .collect(Collectors.toSet());
        Map<String, String> fields = new TreeMap<>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (known.contains(name)) {
                                fields.put(name, values[0]);
                            }
                        });
        return fields;
    }

    /** Without a question mark; empty where nothing is filtered. */
    static String query(HttpServletRequest request) {
        UriComponentsBuilder uri = UriComponentsBuilder.newInstance();
        of(request).forEach(uri::queryParam);
        String query = uri.encode().build().getQuery();
        return query == null ? "" : query;
    }
}
