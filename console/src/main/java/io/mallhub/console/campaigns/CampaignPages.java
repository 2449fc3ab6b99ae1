package io.mallhub.console.campaigns;

import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The calendar of a month. */
@Controller
@RequestMapping("/console/campaigns")
class CampaignPages {
    private final CampaignCalendar calendar;
    private final Clock clock;

    CampaignPages(CampaignCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    String month(@Nullable YearMonth month, Campaign.@Nullable Kind kind, Model model) {
        LocalDate today = MallTime.today(clock);
        YearMonth shown = month == null ? YearMonth.from(today) : month;
        model.addAttribute("month", shown);
        model.addAttribute(
                "days",
                shown.atDay(1)
                        .datesUntil(shown.plusMonths(1).atDay(1))
                        .map(day -> new Day(day, today))
                        .toList());
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Campaign.Kind.values());
        model.addAttribute("campaigns", calendar.of(shown, kind));
        return "console/campaigns/calendar";
    }

    /** A column of the calendar. */
    record Day(LocalDate date, boolean today, String weekday) {
        private Day(LocalDate date, LocalDate today) {
            this(
                    date,
                    date.equals(today),
                    date.getDayOfWeek()
                            .getDisplayName(TextStyle.NARROW, LocaleContextHolder.getLocale()));
        }

        public boolean isWeekend() {
            return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        }
    }
}
