package io.mallhub.routes.outbound;

import io.mallhub.binding.Entity;
import io.mallhub.connectors.ErpClient;
import io.mallhub.order.ErpState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document that an ERP may have, to be made void there. */
public interface SentPaper {
    Entity entity();

    /** The mall's number: client reference by which the ERP is asked. */
    String number();

    ErpState erpState();

    @Nullable String erpNumber();

    /** All the ERP has under the number. */
    List<Paper.Seen> find(ErpClient erp);

    /**
     * @param code the ERP's number
     */
    void voidInErp(ErpClient erp, String code, String reason);

    /**
     * @param codes of all that the ERP has under the number, void by now
     */
    void voided(List<String> codes, String detail);
}
