package io.mallhub.webkit;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategory;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Merchandise categories in the language of the reader; as {@code @merchandiseNames} in templates.
 * A page reads the tree once, however many it names.
 */
@Component("merchandiseNames")
public class MerchandiseNames {
    private static final String READ = MerchandiseNames.class.getName();

    private final MerchandiseCategories categories;

    MerchandiseNames(MerchandiseCategories categories) {
        this.categories = categories;
    }

    /** The code where there is no such category any more. */
    public String of(String code) {
        MerchandiseCategory category = byCode().get(code);
        return category == null ? code : of(category);
    }

    public String of(MerchandiseCategory category) {
        return category.name(LocaleContextHolder.getLocale());
    }

    /** With what is above it: Medicines › Chinese › Pieces. */
    public String path(String code) {
        MerchandiseCategory category = byCode().get(code);
        return category == null
                ? code
                : category.path().stream().map(this::of).collect(Collectors.joining(" › "));
    }

    private Map<String, MerchandiseCategory> byCode() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return read();
        }
        if (request.getAttribute(READ, RequestAttributes.SCOPE_REQUEST) instanceof Read known) {
            return known.byCode();
        }
        Read read = new Read(read());
        request.setAttribute(READ, read, RequestAttributes.SCOPE_REQUEST);
        return read.byCode();
    }

    private Map<String, MerchandiseCategory> read() {
        return categories.tree().stream()
                .collect(Collectors.toMap(MerchandiseCategory::code, Function.identity()));
    }

    private record Read(Map<String, MerchandiseCategory> byCode) {}
}
