package io.mallhub.console.integration;

import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Hours;
import io.mallhub.binding.Schedule;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hours and paces of a connection's flows and the time of its comparison, as they were typed. */
record ScheduleForm(Map<String, String> typed) {
    private static final String EVERY = ".every";
    private static final String UNIT = ".unit";
    private static final String FROM = ".from";
    private static final String UNTIL = ".until";
    private static final String COMPARE = "compare";

    static ScheduleForm of(Collection<FlowView> flows, @Nullable LocalTime compareAt) {
        Map<String, String> typed = new HashMap<>();
        for (FlowView flow : flows) {
            Duration pace = flow.schedule().pace();
            Pace shown = Pace.of(pace == null ? flow.usualPace() : pace);
            typed.put(flow.flow() + EVERY, pace == null ? "" : Long.toString(shown.number()));
            typed.put(flow.flow() + UNIT, shown.unit().name());
            Hours hours = flow.schedule().hours();
            typed.put(flow.flow() + FROM, hours == null ? "" : hours.opens().toString());
            typed.put(flow.flow() + UNTIL, hours == null ? "" : hours.closes().toString());
        }
        typed.put(COMPARE, compareAt == null ? "" : compareAt.toString());
        return new ScheduleForm(typed);
    }

    /** What was typed or holds; empty where nothing does. */
    public String get(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /**
     * Why it cannot be saved.
     *
     * @param flow whose fields are wrong; null = the time of the comparison is
     */
    record Refusal(String key, @Nullable Flow flow) {}

    Optional<Refusal> refusal() {
        for (Flow flow : flows()) {
            if (!get(flow.id() + EVERY).isEmpty() && pace(flow).isEmpty()) {
                return Optional.of(new Refusal("console.schedule.bad-pace", flow));
            }
            boolean none = get(flow.id() + FROM).isEmpty() && get(flow.id() + UNTIL).isEmpty();
            if (!none && hours(flow).isEmpty()) {
                return Optional.of(new Refusal("console.schedule.bad-hours", flow));
            }
        }
        return get(COMPARE).isEmpty() || compareAt().isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal("console.schedule.bad-compare", null));
    }

    /** Of a form without {@link #refusal}; flows that were not on the page are missing. */
    Map<Flow, Schedule> schedules() {
        Map<Flow, Schedule> schedules = new EnumMap<>(Flow.class);
        for (Flow flow : flows()) {
            schedules.put(flow, new Schedule(pace(flow).orElse(null), hours(flow).orElse(null)));
        }
        return schedules;
    }

    Optional<LocalTime> compareAt() {
        return time(COMPARE);
    }

    private List<Flow> flows() {
        return Arrays.stream(Flow.values())
                .filter(flow -> typed.containsKey(flow.id() + FROM))
                .toList();
    }

    private Optional<Duration> pace(Flow flow) {
        String number = get(flow.id() + EVERY);
        if (!flow.inbound() || !number.matches("[1-9][0-9]{0,6}")) {
            return Optional.empty();
        }
        Pace.Unit unit = Pace.Unit.valueOf(get(flow.id() + UNIT));
        return Optional.of(new Pace(Long.parseLong(number), unit).duration())
                .filter(Schedule::isPace);
    }

    private Optional<Hours> hours(Flow flow) {
        Optional<LocalTime> opens = time(flow.id() + FROM);
        Optional<LocalTime> closes = time(flow.id() + UNTIL);
        return opens.isEmpty() || closes.isEmpty() || opens.equals(closes)
                ? Optional.empty()
                : Optional.of(new Hours(opens.get(), closes.get()));
    }

    private Optional<LocalTime> time(String field) {
        String time = get(field);
        return time.matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                ? Optional.of(LocalTime.parse(time))
                : Optional.empty();
    }
}
