package io.mallhub.routes.inbound;

import io.mallhub.binding.Flow;
import java.util.List;

/** How records of one kind are taken in, whether they were read or brought. */
public interface Intake<T> {
    Flow flow();

    Class<T> type();

    /** The record's key in the ERP. */
    String key(T record);

    /**
     * Applies records with different keys in the caller's transaction. A record that is refused
     * comes back as bad; an exception gives no word on which it was, the caller then finds out by
     * trying smaller parts.
     */
    Applied apply(String connection, List<T> records);
}
