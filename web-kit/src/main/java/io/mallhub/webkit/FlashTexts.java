package io.mallhub.webkit;

import io.mallhub.flash.Opening;
import io.mallhub.flash.Timing;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** When a flash sale is open, in sentences; as {@code @flashTexts} in templates. */
@Component("flashTexts")
public class FlashTexts {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm").withZone(MallTime.ZONE);

    private final MessageSource messages;
    private final Clock clock;

    FlashTexts(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * The server's time in milliseconds: countdowns go by it, whatever the clock of the browser.
     */
    public long now() {
        return clock.millis();
    }

    /** Its weekly hours, and from when to when. */
    public String when(Timing timing) {
        String begins = PromotionTexts.MINUTE.format(timing.begins());
        String ends = PromotionTexts.MINUTE.format(timing.ends());
        return timing.isWeekly()
                ? say(
                        "flash.when.weekly",
                        timing.slots().stream()
                                .map(PromotionTexts::slot)
                                .collect(Collectors.joining(say("coupon.terms.and"))),
                        begins,
                        ends)
                : say("flash.when.once", begins, ends);
    }

    /** One time that it is open; the day of its end only where it is another one. */
    public String when(Opening opening) {
        return say("flash.when.once", PromotionTexts.MINUTE.format(opening.opens()), end(opening));
    }

    private static String end(Opening opening) {
        Instant last = opening.closes().minusMillis(1);
        if (!MallTime.dateOf(last).equals(MallTime.dateOf(opening.opens()))) {
            return PromotionTexts.MINUTE.format(opening.closes());
        }
        return MallTime.dateOf(opening.closes()).equals(MallTime.dateOf(last))
                ? HOUR.format(opening.closes())
                : "24:00";
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
