package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Hours;
import io.mallhub.routes.fixture.RoutesTest;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rule of the database against a walk round the clock. */
@RoutesTest
class WithinHoursTest {
    private static final int STEP = 20;
    private static final LocalTime[] TIMES =
            IntStream.range(0, 24 * 60 / STEP)
                    .mapToObj(step -> LocalTime.MIN.plusMinutes((long) step * STEP))
                    .toArray(LocalTime[]::new);

    @Autowired private JdbcClient jdbc;

    record Answer(LocalTime opens, LocalTime closes, LocalTime moment, boolean open) {}

    @Test
    void fromTheFirstMomentOnAndNoLongerAtTheLastBeItBeforeOrAfterMidnight() {
        var answers =
                jdbc.sql(
                                """
                                select o, c, m, within_hours(o, c, m)
                                  from unnest(:times::text[]::time[]) as a (o), unnest(:times::text[]::time[]) as b (c),
                                       unnest(:times::text[]::time[]) as d (m)
                                 where o <> c
                                """)
                        .param("times", texts())
                        .query(
                                (row, i) ->
                                        new Answer(
                                                row.getObject(1, LocalTime.class),
                                                row.getObject(2, LocalTime.class),
                                                row.getObject(3, LocalTime.class),
                                                row.getBoolean(4)))
                        .list();

        assertThat(answers).hasSize(TIMES.length * (TIMES.length - 1) * TIMES.length);
        Map<Hours, Set<LocalTime>> walks = new HashMap<>();
        assertThat(answers)
                .allMatch(
                        it ->
                                it.open()
                                        == walks.computeIfAbsent(
                                                        new Hours(it.opens(), it.closes()),
                                                        WithinHoursTest::walk)
                                                .contains(it.moment()));
    }

    private static String[] texts() {
        return Arrays.stream(TIMES).map(LocalTime::toString).toArray(String[]::new);
    }

    private static Set<LocalTime> walk(Hours hours) {
        Set<LocalTime> open = new HashSet<>();
        for (LocalTime at = hours.opens(); !at.equals(hours.closes()); at = at.plusMinutes(STEP)) {
            open.add(at);
        }
        return open;
    }

    @Test
    void withoutHoursItIsAlwaysOpen() {
        assertThat(
                        jdbc.sql(
                                        "select bool_and(within_hours(null, null, m))"
                                                + " from unnest(:times::text[]::time[]) as a (m)")
                                .param("times", texts())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }
}
