package io.mallhub.simulator.soap;

import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.salesorder.NewOrder;
import io.mallhub.simulator.salesorder.SalesOrder;
import io.mallhub.simulator.salesorder.SalesOrders;
import java.math.BigDecimal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** QuerySalesOrders, FindSalesOrder, SaveSalesOrder, VoidSalesOrder. */
@Configuration(proxyBeanMethods = false)
class SalesOrderOperations {

    @Bean
    SoapOperation querySalesOrders(SalesOrders orders, SoapList list) {
        return new NamedOperation(
                "QuerySalesOrders",
                call -> list.reply(call, orders.changedAfter(call.point()), SalesOrderXml::write));
    }

    @Bean
    SoapOperation findSalesOrder(SalesOrders orders, SoapList list) {
        return new NamedOperation(
                "FindSalesOrder",
                call ->
                        list.reply(
                                call,
                                new Page<>(orders.withReference(call.text("FClientBillNo")), false),
                                SalesOrderXml::write));
    }

    @Bean
    SoapOperation saveSalesOrder(SalesOrders orders) {
        return new NamedOperation("SaveSalesOrder", call -> bill(call, orders.create(from(call))));
    }

    @Bean
    SoapOperation voidSalesOrder(SalesOrders orders) {
        return new NamedOperation(
                "VoidSalesOrder",
                call -> bill(call, orders.cancel(call.text("FBillNo"), call.text("FReason"))));
    }

    private static SoapReply bill(SoapCall call, SalesOrder order) {
        return SoapReply.success(call)
                .field("FBillNo", order.billNo())
                .field("FStatus", order.status().soap());
    }

    private static NewOrder from(SoapCall call) {
        return new NewOrder(
                call.text("FClientBillNo"),
                call.text("FCustNumber"),
                call.optional("FExplanation"),
                call.children("Entry").stream().map(SalesOrderOperations::line).toList());
    }

    private static NewOrder.Line line(SoapCall entry) {
        return new NewOrder.Line(
                entry.integer("FEntryID"),
                entry.text("FItemNumber"),
                entry.decimal("FQty"),
                entry.decimal("FPrice"),
                entry.optional("FDiscount") == null ? BigDecimal.ZERO : entry.decimal("FDiscount"),
                entry.decimal("FAmount"));
    }
}
