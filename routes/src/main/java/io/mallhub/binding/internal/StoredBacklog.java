package io.mallhub.binding.internal;

import io.mallhub.binding.Backlog;
import io.mallhub.binding.Flow;
import io.mallhub.shared.Instants;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The place is the cursor of the flow, which an outbound flow has no other use for. */
@Component
@Transactional
class StoredBacklog implements Backlog {
    /** A request that comes while one is at it stays, so that it begins once more. */
    private static final String TAKE =
            """
            update flow_state f
               set run_requested = f.run_requested and f.cursor_key <> '',
                   lease_token = f.lease_token + 1,
                   lease_until = clock_timestamp() + interval '2 minutes'
              from (select s.connection, s.flow
                      from flow_state s
                      join erp_connection c on c.name = s.connection and c.paused_reason is null
                       and (c.not_before is null or c.not_before <= :now)
                      join entity_policy p on p.connection = s.connection and p.entity = :entity
                       and p.depth in ('OUT', 'BOTH')
                     where s.flow = :flow and s.paused_reason is null
                       and (s.run_requested or s.cursor_key <> '')
                       and (s.next_run is null or s.next_run <= :now)
                       and (s.lease_until is null or s.lease_until < clock_timestamp())
                     limit 1 for update of s skip locked) due
             where f.connection = due.connection and f.flow = due.flow
            returning f.connection, f.lease_token, f.cursor_key
            """;

    private final JdbcClient jdbc;
    private final FlowSettings settings;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    StoredBacklog(JdbcClient jdbc, FlowSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void request(String connection, Flow flow) {
        jdbc.sql(
                        "update flow_state set run_requested = true, next_run = null, failures = 0"
                                + " where connection = :connection and flow = :flow")
                .param("connection", connection)
                .param("flow", flow.id())
                .update();
    }

    @Override
    public Optional<Place> take(Flow flow) {
        return jdbc.sql(TAKE)
                .param("now", Instants.parameter(clock.instant()))
                .param("entity", flow.entity().name())
                .param("flow", flow.id())
                .query(
                        (row, index) ->
                                new Place(
                                        row.getString("connection"),
                                        flow,
                                        row.getLong("lease_token"),
                                        row.getString("cursor_key")))
                .optional();
    }

    @Override
    public void moveOn(Place place, String after) {
        leave(place, after, "failures = 0, next_run = null");
    }

    @Override
    public void finish(Place place) {
        leave(
                place,
                "",
                "next_run = null, failures = case when run_requested then failures else 0 end");
    }

    @Override
    public void pause(Place place, String after, boolean again, String why) {
        // A place before all others looks like none: the request for it was taken with it.
        String asked = again || after.isEmpty() ? ", run_requested = true" : "";
        int failures =
                leave(place, after, "failures = failures + 1, last_error = :why" + asked, why)
                        .orElse(0);
        if (failures > 0) {
            jdbc.sql(
                            "update flow_state set next_run = :next"
                                    + " where connection = :connection and flow = :flow")
                    .param(
                            "next",
                            Instants.parameter(
                                    clock.instant()
                                            .plus(BackOff.pause(failures, settings, random))))
                    .param("connection", place.connection())
                    .param("flow", place.flow().id())
                    .update();
        }
    }

    private void leave(Place place, String after, String assignments) {
        leave(place, after, assignments, "");
    }

    private Optional<Integer> leave(Place place, String after, String assignments, String why) {
        return jdbc.sql(
                        "update flow_state set cursor_key = :after, lease_until = null, "
                                + assignments
                                + " where connection = :connection and flow = :flow"
                                + " and lease_token = :token returning failures")
                .param("after", after)
                .param("why", Columns.text(why))
                .param("connection", place.connection())
                .param("flow", place.flow().id())
                .param("token", place.token())
                .query(Integer.class)
                .optional();
    }
}
