package io.mallhub.webkit;

import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.util.StringUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Which part of a list the URL asks for: {@code page} (1-based), {@code size}, {@code sort}. All
 * other parameters are the list's filter and stay in every link made here. A controller method
 * takes it as an argument; templates find it as {@code list}.
 */
public final class ListRequest {
    private static final int SIZE = 20;
    private static final int PART = 200;
    private static final int MOST = 10_000;

    private final HttpServletRequest request;
    private final PageRequest page;

    ListRequest(HttpServletRequest request) {
        this.request = request;
        this.page =
                new PageRequest(
                        number("page", 1) - 1,
                        number("size", SIZE),
                        StringUtils.trimAllWhitespace(text("sort")));
    }

    public PageRequest page() {
        return page;
    }

    /** The whole filtered list in its order, for an export. */
    public <T> Rows<T> rows(Function<PageRequest, Page<T>> read) {
        return Rows.paged(page.sort(), read);
    }

    /**
     * A whole list in one page. It ends after 10,000 rows: where more are there, it is not its own
     * last page.
     */
    public static <T> Page<T> all(String sort, Function<PageRequest, Page<T>> read) {
        List<T> rows = new ArrayList<>();
        Page<T> part;
        int number = 0;
        do {
            part = read.apply(new PageRequest(number, PART, sort));
            rows.addAll(part.items());
            number++;
        } while (!part.isLast() && number < MOST / PART);
        return new Page<>(rows, 0, MOST, part.total());
    }

    /** How many rows {@link #rows} takes. */
    public int mostExported() {
        return Rows.MOST;
    }

    public String pageHref(int number) {
        return href("page", String.valueOf(number + 1));
    }

    /** Ascending first, then descending. */
    public String sortHref(String key) {
        return href("sort", page.sort().equals(key) ? "-" + key : key);
    }

    /** ascending, descending or none: the words of {@code aria-sort}. */
    public String direction(String key) {
        if (page.sort().equals(key)) {
            return "ascending";
        }
        return page.sort().equals("-" + key) ? "descending" : "none";
    }

    /** This list with another filter value, from its first page on; an empty value drops it. */
    public String filterHref(String parameter, String value) {
        return href(parameter, value);
    }

    /** The same filter and order under a path below this one, such as {@code export}. */
    public String below(String path) {
        String query = request.getQueryString();
        return request.getRequestURI() + "/" + path + (query == null ? "" : "?" + query);
    }

    private String href(String parameter, String value) {
        var uri = ServletUriComponentsBuilder.fromRequest(request).replaceQueryParam("lang");
        if (!parameter.equals("page")) {
            uri.replaceQueryParam("page");
        }
        if (value.isEmpty()) {
            uri.replaceQueryParam(parameter);
        } else {
            uri.replaceQueryParam(parameter, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
        String query = uri.build().getQuery();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private String text(String parameter) {
        String value = request.getParameter(parameter);
        return value == null ? "" : value;
    }

    private int number(String parameter, int otherwise) {
        String value = text(parameter);
        return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }
}
