package io.mallhub.console.openness;

import io.mallhub.catalog.VisibilityRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.webkit.MerchandiseNames;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Visibility rules in words. As {@code @visibilityTexts} in templates. */
@Component("visibilityTexts")
public class VisibilityTexts {
    private final Words words;
    private final Times times;
    private final MerchandiseNames merchandise;

    VisibilityTexts(Words words, Times times, MerchandiseNames merchandise) {
        this.merchandise = merchandise;
        this.words = words;
        this.times = times;
    }

    public String goods(VisibilityRule rule) {
        String kind = words.of(rule.goods().kind());
        return switch (rule.goods().kind()) {
            case ALL -> kind;
            case CATEGORY -> kind + ": " + words.code("RegulatoryCategory." + rule.goods().of());
            case MERCHANDISE -> kind + ": " + merchandise.path(rule.goods().of());
            case MAKER, PRODUCT -> kind + ": " + rule.goods().label();
        };
    }

    public String audience(VisibilityRule rule) {
        return audience(rule.audience());
    }

    public String audience(Audience audience) {
        String kind = words.of(audience.kind());
        String of = audience.of();
        return switch (audience.kind()) {
            case EVERYONE -> kind;
            case REGION -> (kind + ": " + of + " " + words.regionOf(of)).strip();
            case TYPE -> kind + ": " + words.code("CustomerType." + of);
            case LEVEL -> kind + ": " + of;
            case CUSTOMER -> kind + ": " + audience.label();
        };
    }

    public String validity(VisibilityRule rule) {
        return rule.validFrom() == null && rule.validUntil() == null
                ? "—"
                : (day(rule.validFrom()) + " – " + day(rule.validUntil())).strip();
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "" : times.day(day);
    }
}
