package io.mallhub.simulator.soap;

import io.mallhub.simulator.inventory.Batch;
import io.mallhub.simulator.inventory.Inventory;
import io.mallhub.simulator.inventory.Stock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** QueryInventory: on hand and allocated apart. */
@Configuration(proxyBeanMethods = false)
class InventoryOperations {

    @Bean
    SoapOperation queryInventory(Inventory inventory, SoapList list) {
        return new NamedOperation(
                "QueryInventory",
                call ->
                        list.reply(
                                call,
                                inventory.changedAfter(call.point()),
                                InventoryOperations::write));
    }

    private static void write(SoapReply reply, Stock s) {
        reply.open("Inventory")
                .field("FItemNumber", s.material())
                .field("FQty", s.onHand())
                .field("FLockQty", s.allocated())
                .field("FVersion", Long.toString(s.version()))
                .field("FModifyTime", s.modifyTime());
        for (Batch batch : s.batches()) {
            reply.open("Batch")
                    .field("FBatchNo", batch.batchNo())
                    .field("FValidDate", batch.validUntil())
                    .field("FQty", batch.quantity())
                    .close();
        }
        reply.close();
    }
}
