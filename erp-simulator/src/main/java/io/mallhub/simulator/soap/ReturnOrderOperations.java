package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.returnorder.NewReturn;
import io.mallhub.simulator.returnorder.ReturnOrder;
import io.mallhub.simulator.returnorder.ReturnOrders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** QueryReturnOrders, FindReturnOrder, SaveReturnOrder, VoidReturnOrder. */
@Configuration(proxyBeanMethods = false)
class ReturnOrderOperations {

    @Bean
    SoapOperation queryReturnOrders(ReturnOrders returns, SoapList list) {
        return new NamedOperation(
                "QueryReturnOrders",
                call ->
                        list.reply(
                                call,
                                returns.changedAfter(call.point()),
                                ReturnOrderOperations::write));
    }

    @Bean
    SoapOperation findReturnOrder(ReturnOrders returns, SoapList list) {
        return new NamedOperation(
                "FindReturnOrder",
                call ->
                        list.reply(
                                call,
                                new Page<>(
                                        returns.withReference(call.text("FClientBillNo")), false),
                                ReturnOrderOperations::write));
    }

    @Bean
    SoapOperation saveReturnOrder(ReturnOrders returns) {
        return new NamedOperation(
                "SaveReturnOrder", call -> bill(call, returns.create(from(call))));
    }

    @Bean
    SoapOperation voidReturnOrder(ReturnOrders returns) {
        return new NamedOperation(
                "VoidReturnOrder",
                call -> bill(call, returns.cancel(call.text("FBillNo"), call.text("FReason"))));
    }

    private static SoapReply bill(SoapCall call, ReturnOrder goods) {
        return SoapReply.success(call)
                .field("FBillNo", goods.billNo())
                .field("FStatus", goods.status().soap());
    }

    private static NewReturn from(SoapCall call) {
        return new NewReturn(
                call.text("FClientBillNo"),
                call.text("FCustNumber"),
                call.text("FOrderBillNo"),
                call.text("FReason"),
                call.children("Entry").stream().map(ReturnOrderOperations::line).toList());
    }

    private static NewReturn.Line line(SoapCall entry) {
        return new NewReturn.Line(
                entry.integer("FEntryID"),
                entry.integer("FOrderEntryID"),
                entry.text("FItemNumber"),
                entry.text("FBatchNo"),
                entry.decimal("FQty"));
    }

    private static void write(SoapReply reply, ReturnOrder goods) {
        reply.open("ReturnOrder")
                .field("FBillNo", goods.billNo())
                .field("FClientBillNo", goods.reference())
                .field("FCustNumber", goods.customer())
                .field("FOrderBillNo", goods.order())
                .field("FStatus", goods.status().soap())
                .optional("FReason", goods.reason())
                .field("FModifyTime", goods.modifyTime());
        for (ReturnOrder.Line line : goods.lines()) {
            reply.open("Entry")
                    .field("FEntryID", Integer.toString(line.number()))
                    .field("FOrderEntryID", Integer.toString(line.orderLine()))
                    .field("FItemNumber", line.material())
                    .field("FBatchNo", line.batchNo())
                    .field("FQty", line.quantity())
                    .close();
        }
        ReturnOrder.Receipt receipt = goods.receipt();
        if (receipt != null) {
            reply.open("Receipt")
                    .field("FBillNo", receipt.billNo())
                    .field("FReceiveTime", receipt.receiveTime())
                    .field("FReceiver", receipt.receiver());
            for (ReturnOrder.Line line : goods.cameIn()) {
                reply.open("ReceiptEntry")
                        .field("FReturnEntryID", Integer.toString(line.number()))
                        .field("FItemNumber", line.material())
                        .field("FBatchNo", line.batchNo())
                        .field("FQty", line.came())
                        .close();
            }
            reply.close();
        }
        reply.close();
    }
}
