package io.mallhub.routes.inbound;

import io.mallhub.binding.Turn;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import java.util.List;
import java.util.Set;

/** What one kind of inbound flow reads and how it is applied. */
public interface Inbound<T> extends Intake<T> {
    ErpPage<T> read(ErpClient erp, Cursor from, int limit);

    /**
     * What follows from a list that names everything: asked after a turn has read it from its first
     * page to its last.
     *
     * @param aside keys of records that it listed and that could not be taken, "" for an unknown
     *     one
     * @return what is to be applied to the records it leaves out
     * @throws io.mallhub.connectors.ErpFault.DataInvalid when the list is not to be believed
     */
    default List<T> leftOut(Turn turn, Set<String> aside) {
        return List.of();
    }

    /** Most records one transaction should carry, where less than the page size of the flows. */
    default int mostPerPage() {
        return Integer.MAX_VALUE;
    }
}
