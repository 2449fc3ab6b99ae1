package io.mallhub.connectors.definition;

import io.mallhub.connectors.mapping.FieldMap;
import java.util.List;

/**
 * How one canonical operation is called and its reply read.
 *
 * @param first calls before it that change nothing: their values are for its templates
 * @param then calls after it that finish what it began; they may use {@code code} of its map
 * @param draft what becomes of an order whose calls after it did not all get through
 * @param records expression that selects the records; empty: the whole reply is the one record
 * @param more expression that says whether another page follows; empty: a full page says so
 * @param place where a record stands in its list, seen from the record
 * @param whole each walk of the list names everything that has something; what it leaves out has
 *     nothing
 */
public record Operation(
        OperationKind kind,
        Call call,
        List<Call> first,
        List<Call> then,
        Draft draft,
        String records,
        String more,
        FieldMap map,
        FieldMap place,
        Paging paging,
        boolean whole) {
    public Operation {
        first = List.copyOf(first);
        then = List.copyOf(then);
    }

    /** What to do with a half-made order that is found before it would be made again. */
    public enum Draft {
        /** Only what is missing is called, on the same order. */
        RESUME,
        /** It is voided and another one made. */
        VOID
    }
}
