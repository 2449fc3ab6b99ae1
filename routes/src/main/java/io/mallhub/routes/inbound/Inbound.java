package io.mallhub.routes.inbound;

import io.mallhub.binding.Flow;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import java.util.List;

/** What one kind of inbound flow reads and how it is applied. */
public interface Inbound<T> {
    Flow flow();

    Class<T> type();

    /** The record's key in the ERP. */
    String key(T record);

    ErpPage<T> read(ErpClient erp, Cursor from, int limit);

    /**
     * Applies records with different keys in the caller's transaction. A record that is refused
     * comes back as bad; an exception gives no word on which it was, the caller then finds out by
     * trying smaller parts.
     */
    Applied apply(String connection, List<T> records);

    /** Most records one transaction should carry, where less than the page size of the flows. */
    default int mostPerPage() {
        return Integer.MAX_VALUE;
    }
}
