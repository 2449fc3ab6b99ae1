package io.mallhub.points.internal;

import io.mallhub.points.PointsMove;
import io.mallhub.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * An entry to append.
 *
 * @param available positive: the company has more
 * @param held positive: orders hold more
 * @param by id of the actor
 * @param key the same again is never appended
 */
record NewEntry(
        CustomerId company,
        PointsMove kind,
        String document,
        @Nullable String order,
        long available,
        long held,
        String by,
        String note,
        String key) {}
