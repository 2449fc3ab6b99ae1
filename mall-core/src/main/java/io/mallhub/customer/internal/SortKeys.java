package io.mallhub.customer.internal;

import io.mallhub.shared.LikeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/**
 * The orders a list offers, and how a page of it is asked for.
 *
 * @param properties sort key → property; nothing else from a request reaches a query
 */
record SortKeys(String own, Map<String, String> properties) {

    /**
     * @throws IllegalArgumentException for a key the list does not name
     */
    Pageable pageable(PageRequest page) {
        String asked = page.sort().isEmpty() ? own : page.sort();
        boolean descending = asked.startsWith("-");
        String property = properties.get(descending ? asked.substring(1) : asked);
        if (property == null) {
            throw new IllegalArgumentException("This list is not sorted by " + asked);
        }
        Sort sort = Sort.by(descending ? Sort.Direction.DESC : Sort.Direction.ASC, property);
        return org.springframework.data.domain.PageRequest.of(page.number(), page.size(), sort);
    }

    /** Pattern for {@code like … escape '\'}: the text anywhere; null for any. */
    static @Nullable String anywhere(@Nullable String text) {
        return text == null || text.isBlank() ? null : LikeText.anywhere(text);
    }

    static <T> Page<T> page(org.springframework.data.domain.Page<T> found, PageRequest asked) {
        return new Page<>(
                found.getContent(), asked.number(), asked.size(), found.getTotalElements());
    }
}
