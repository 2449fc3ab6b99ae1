package io.mallhub.routes.outbound;

import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient;
import java.time.Instant;
import java.util.List;

/**
 * A document that must be in an ERP exactly once, and what the mall writes down of its way there.
 */
public interface Paper {
    Entity entity();

    /** The mall's number: client reference by which the ERP is asked. */
    String number();

    ErpClient.Created create(ErpClient erp);

    /** All the ERP has under the number. */
    List<Seen> find(ErpClient erp);

    void arrived(String erpNumber, Instant erpTime);

    void notSent(String detail);

    void unknown(String detail);

    /**
     * @param live not void
     */
    record Seen(String code, boolean live, Instant at) {}
}
