package io.mallhub.console.prices;

import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Price lists in words. As {@code @priceTexts} in templates. */
@Component("priceTexts")
public class PriceTexts {
    private final Words words;
    private final Times times;

    PriceTexts(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    public String audience(PriceList.Audience audience) {
        return audience(audience.source(), audience.owner(), audience.label());
    }

    /**
     * @param label as people know the owner
     */
    public String audience(Source source, String owner, String label) {
        String kind = words.of(source);
        return switch (source) {
            case AGREEMENT, LEVEL -> (kind + ": " + label).strip();
            case TYPE -> kind + ": " + words.codeOr("CustomerType." + owner, owner);
            case REGION -> (kind + ": " + owner + " " + words.regionOf(owner)).strip();
            default -> kind;
        };
    }

    public String validity(@Nullable LocalDate from, @Nullable LocalDate until) {
        return from == null && until == null
                ? words.code("console.price.always")
                : ((from == null ? "" : times.day(from))
                                + " – "
                                + (until == null ? "" : times.day(until)))
                        .strip();
    }

    String say(String key) {
        return words.code(key);
    }

    /** A state and, of a published list, whether it holds today. */
    public String state(PriceList list) {
        LocalDate today = times.today();
        if (list.isScheduled(today)) {
            return words.code("console.price.scheduled");
        }
        return list.isOver(today) ? words.code("console.price.over") : words.of(list.state());
    }

    public String color(PriceList list) {
        LocalDate today = times.today();
        return switch (list.state()) {
            case DRAFT -> "secondary";
            case WITHDRAWN -> "red";
            case PUBLISHED ->
                    list.isScheduled(today) ? "blue" : list.isOver(today) ? "secondary" : "green";
        };
    }
}
