package io.mallhub.routes.inbound;

import io.mallhub.binding.Flow;
import io.mallhub.connectors.ErpClient;

/** Records that are read one by one when another record needs them. */
public interface OnDemand {
    /** That would have brought it in time. */
    Flow reading();

    boolean possible(ErpClient erp);

    /**
     * Asks the ERP for it and takes it over as its flow would, in a transaction of its own; no
     * other may be open.
     *
     * @param code the ERP's key
     * @return false when the ERP has no such record
     */
    boolean bring(String connection, String code);
}
