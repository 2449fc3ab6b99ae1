package io.mallhub.connectors.client;

import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.mapping.Canonical;
import io.mallhub.connectors.mapping.Fields;
import java.util.List;

/**
 * @param draft the ERP has begun it, but not all calls that make an order of it got through: for
 *     everyone else there is no order yet
 */
record FoundOrder(ErpOrderStatus order, boolean draft) {
    static FoundOrder of(Fields fields) {
        boolean draft = fields.flag("draft", false);
        return new FoundOrder(Canonical.orderStatus(fields), draft);
    }

    static List<ErpOrderStatus> made(List<FoundOrder> found) {
        return found.stream().filter(it -> !it.draft()).map(FoundOrder::order).toList();
    }
}
