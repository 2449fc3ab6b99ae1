package io.mallhub.routes.inbound;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;

/** What one kind of inbound flow reads and how it is applied. */
public interface Inbound<T> extends Intake<T> {
    ErpPage<T> read(ErpClient erp, Cursor from, int limit);

    /** Most records one transaction should carry, where less than the page size of the flows. */
    default int mostPerPage() {
        return Integer.MAX_VALUE;
    }
}
