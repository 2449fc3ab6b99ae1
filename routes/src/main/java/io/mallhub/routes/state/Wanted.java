package io.mallhub.routes.state;

import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Field;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an ERP is to have of a record that the mall has changed. */
@Component
public class Wanted {
    private final Conflicts conflicts;

    Wanted(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /**
     * A field a person has still to decide on stays as the ERP has it, and so does one that is only
     * written otherwise.
     *
     * @param known what the ERP has; empty where nobody knows
     */
    public Map<Field, String> of(
            Outbound<?> outbound,
            String connection,
            String mallId,
            Map<Field, String> known,
            Map<Field, String> mall) {
        Set<Field> unsettled = conflicts.unsettled(connection, mallId);
        Map<Field, String> wanted = new EnumMap<>(Field.class);
        wanted.putAll(known);
        Map<Field, String> differing =
                known.isEmpty() ? mall : Snapshot.differing(known, mall, outbound::plain);
        differing.forEach(
                (field, value) -> {
                    if (!unsettled.contains(field)) {
                        wanted.put(field, value);
                    }
                });
        return wanted;
    }
}
