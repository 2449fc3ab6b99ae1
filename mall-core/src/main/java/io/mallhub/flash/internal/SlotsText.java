package io.mallhub.flash.internal;

import io.mallhub.promotion.WeeklySlot;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Weekly slots as the text they are kept in (JSON). */
final class SlotsText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Kept>> SLOTS = new TypeReference<>() {};

    private SlotsText() {}

    record Kept(String day, String from, String until) {}

    static String write(List<WeeklySlot> slots) {
        return JSON.writeValueAsString(
                slots.stream()
                        .map(
                                it ->
                                        new Kept(
                                                it.day().name(),
                                                it.from().toString(),
                                                it.until().toString()))
                        .toList());
    }

    static List<WeeklySlot> read(String text) {
        return JSON.readValue(text, SLOTS).stream()
                .map(
                        it ->
                                new WeeklySlot(
                                        DayOfWeek.valueOf(it.day()),
                                        LocalTime.parse(it.from()),
                                        LocalTime.parse(it.until())))
                .toList();
    }
}
