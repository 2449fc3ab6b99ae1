package io.mallhub.gateway.internal;

import io.mallhub.binding.Pickups;
import io.mallhub.gateway.ClientRight;
import io.mallhub.gateway.wire.Confirmation;
import io.mallhub.gateway.wire.CustomerConfirmation;
import io.mallhub.gateway.wire.CustomerSheet;
import io.mallhub.gateway.wire.Order;
import io.mallhub.gateway.wire.PaperConfirmation;
import io.mallhub.gateway.wire.ReturnOrder;
import io.mallhub.gateway.wire.Voucher;
import java.util.List;
import org.springframework.stereotype.Component;

/** All that an ERP may fetch and confirm. */
@Component
public class Fetchings {
    private final Fetching<Pickups.Order, Order, Confirmation> orders;
    private final Fetching<Pickups.Customer, CustomerSheet, CustomerConfirmation> customers;
    private final Fetching<Pickups.Return, ReturnOrder, PaperConfirmation> returns;
    private final Fetching<Pickups.Voucher, Voucher, PaperConfirmation> vouchers;

    Fetchings(
            Pickups<Pickups.Order> orders,
            Pickups<Pickups.Customer> customers,
            Pickups<Pickups.Return> returns,
            Pickups<Pickups.Voucher> vouchers) {
        this.orders =
                new Fetching<>(
                        "orders",
                        ClientRight.ORDER_OUT,
                        orders,
                        WireParcels::order,
                        Order::getReference,
                        Confirmation.class,
                        Confirmation::getReference,
                        WireRecords::there);
        this.customers =
                new Fetching<>(
                        "customers",
                        ClientRight.CUSTOMER_OUT,
                        customers,
                        WireParcels::customer,
                        CustomerSheet::getReference,
                        CustomerConfirmation.class,
                        CustomerConfirmation::getReference,
                        WireRecords::there);
        this.returns =
                new Fetching<>(
                        "returns",
                        ClientRight.RETURN_OUT,
                        returns,
                        WireParcels::goods,
                        ReturnOrder::getReference,
                        PaperConfirmation.class,
                        PaperConfirmation::getReference,
                        WireRecords::there);
        this.vouchers =
                new Fetching<>(
                        "vouchers",
                        ClientRight.VOUCHER_OUT,
                        vouchers,
                        WireParcels::voucher,
                        Voucher::getReference,
                        PaperConfirmation.class,
                        PaperConfirmation::getReference,
                        WireRecords::there);
    }

    public Fetching<Pickups.Order, Order, Confirmation> orders() {
        return orders;
    }

    public Fetching<Pickups.Customer, CustomerSheet, CustomerConfirmation> customers() {
        return customers;
    }

    public Fetching<Pickups.Return, ReturnOrder, PaperConfirmation> returns() {
        return returns;
    }

    public Fetching<Pickups.Voucher, Voucher, PaperConfirmation> vouchers() {
        return vouchers;
    }

    public List<Fetching<?, ?, ?>> all() {
        return List.of(orders, customers, returns, vouchers);
    }
}
