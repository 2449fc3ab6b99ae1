package io.mallhub.routes.reconcile;

import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ReconciliationTurns.Finding;
import io.mallhub.binding.ReconciliationTurns.Turn;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import java.util.List;
import java.util.Optional;

/** What a full comparison has to know of one kind of record. */
public interface Comparison<T> {
    Entity entity();

    ErpPage<T> read(ErpClient erp, Cursor from, int limit);

    String key(T record);

    /** Those that differ; a handful of statements, however long the page. */
    List<Finding> compare(Turn turn, List<T> page);

    /** Whether what the ERP does not list is missing there. */
    default boolean listsAll() {
        return true;
    }

    /** Looks for one the ERP has not listed: it may have moved while the list was read. */
    Optional<T> find(ErpClient erp, Link link);

    /** The ERP surely has no such record. */
    Finding missing(Link link);
}
