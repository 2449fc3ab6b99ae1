package io.mallhub.gateway.internal;

import static io.mallhub.gateway.ClientRight.CUSTOMER_IN;
import static io.mallhub.gateway.ClientRight.ORDER_IN;
import static io.mallhub.gateway.ClientRight.PRODUCT_IN;
import static io.mallhub.gateway.ClientRight.RETURN_IN;
import static io.mallhub.gateway.ClientRight.STOCK_IN;

import io.mallhub.binding.Flow;
import io.mallhub.gateway.wire.Acceptance;
import io.mallhub.gateway.wire.Customer;
import io.mallhub.gateway.wire.Invoice;
import io.mallhub.gateway.wire.Product;
import io.mallhub.gateway.wire.Rejection;
import io.mallhub.gateway.wire.ReturnReceipt;
import io.mallhub.gateway.wire.Shipment;
import io.mallhub.gateway.wire.Stock;
import io.mallhub.gateway.wire.Voiding;
import java.util.List;

/** All that an ERP may bring. */
public final class Operations {
    public static final Operation<Product> PRODUCTS =
            Operation.ofGoods(
                    "products",
                    Product.class,
                    PRODUCT_IN,
                    Flow.PRODUCT_IN,
                    Product::getCode,
                    WireRecords::product);
    public static final Operation<Stock> STOCK =
            Operation.ofGoods(
                    "stock",
                    Stock.class,
                    STOCK_IN,
                    Flow.STOCK_IN,
                    Stock::getProductCode,
                    WireRecords::stock);
    public static final Operation<Customer> CUSTOMERS =
            Operation.ofGoods(
                    "customers",
                    Customer.class,
                    CUSTOMER_IN,
                    Flow.CUSTOMER_IN,
                    Customer::getCode,
                    WireRecords::customer);
    public static final Operation<Acceptance> ACCEPTANCES =
            Operation.ofPapers(
                    "orders/acceptances",
                    Acceptance.class,
                    ORDER_IN,
                    Flow.ORDER_STATUS_IN,
                    Acceptance::getReference,
                    WireRecords::acceptance);
    public static final Operation<Rejection> REJECTIONS =
            Operation.ofPapers(
                    "orders/rejections",
                    Rejection.class,
                    ORDER_IN,
                    Flow.ORDER_STATUS_IN,
                    Rejection::getReference,
                    WireRecords::rejection);
    public static final Operation<Voiding> VOIDINGS =
            Operation.ofPapers(
                    "orders/voidings",
                    Voiding.class,
                    ORDER_IN,
                    Flow.ORDER_STATUS_IN,
                    Voiding::getReference,
                    WireRecords::voiding);
    public static final Operation<Shipment> SHIPMENTS =
            Operation.ofPapers(
                    "orders/shipments",
                    Shipment.class,
                    ORDER_IN,
                    Flow.ORDER_STATUS_IN,
                    Shipment::getReference,
                    WireRecords::shipment);
    public static final Operation<Invoice> INVOICES =
            Operation.ofPapers(
                    "orders/invoices",
                    Invoice.class,
                    ORDER_IN,
                    Flow.ORDER_STATUS_IN,
                    Invoice::getReference,
                    WireRecords::invoice);
    public static final Operation<ReturnReceipt> RETURN_RECEIPTS =
            Operation.ofPapers(
                    "returns/receipts",
                    ReturnReceipt.class,
                    RETURN_IN,
                    Flow.RETURN_STATUS_IN,
                    ReturnReceipt::getReference,
                    WireRecords::returnReceipt);

    public static final Operation<Voiding> RETURN_VOIDINGS =
            Operation.ofPapers(
                    "returns/voidings",
                    Voiding.class,
                    RETURN_IN,
                    Flow.RETURN_STATUS_IN,
                    Voiding::getReference,
                    WireRecords::returnVoiding);

    public static final List<Operation<?>> ALL =
            List.of(
                    PRODUCTS,
                    STOCK,
                    CUSTOMERS,
                    ACCEPTANCES,
                    REJECTIONS,
                    VOIDINGS,
                    SHIPMENTS,
                    INVOICES,
                    RETURN_RECEIPTS,
                    RETURN_VOIDINGS);

    private Operations() {}
}
