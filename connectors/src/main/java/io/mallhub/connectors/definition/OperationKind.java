package io.mallhub.connectors.definition;

import io.mallhub.connectors.mapping.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The canonical operations. A definition may leave out what its ERP does not have. */
public enum OperationKind {
    LIST_PRODUCTS("list-products", Use.LIST, Shape.PRODUCT, Variables.PLACE),
    FIND_PRODUCT("find-product", Use.FIND, Shape.PRODUCT, Variables.CODE),
    UPDATE_PRODUCT("update-product", Use.WRITE, Shape.UPDATED, Variables.PRODUCT_CHANGE),
    LIST_STOCK("list-stock", Use.LIST, Shape.STOCK, Variables.PLACE),
    LIST_CUSTOMERS("list-customers", Use.LIST, Shape.CUSTOMER, Variables.PLACE),
    LIST_ORDERS("list-orders", Use.LIST, Shape.ORDER_STATUS, Variables.PLACE),
    FIND_CUSTOMER_BY_REFERENCE(
            "find-customer-by-reference", Use.FIND, Shape.CUSTOMER, Variables.REFERENCE),
    FIND_CUSTOMER_BY_USCC("find-customer-by-uscc", Use.FIND, Shape.CUSTOMER, Variables.USCC),
    FIND_ORDERS("find-orders", Use.FIND, Shape.ORDER_STATUS, Variables.REFERENCE),
    FIND_CUSTOMER("find-customer", Use.FIND, Shape.CUSTOMER, Variables.CODE),
    UPDATE_CUSTOMER("update-customer", Use.WRITE, Shape.UPDATED, Variables.CUSTOMER_CHANGE),
    CREATE_CUSTOMER("create-customer", Use.WRITE, Shape.CREATED, Variables.CUSTOMER),
    CREATE_ORDER("create-order", Use.WRITE, Shape.CREATED, Variables.ORDER),
    VOID_ORDER("void-order", Use.WRITE, Shape.NOTHING, Variables.VOID),
    LIST_RETURNS("list-returns", Use.LIST, Shape.RETURN_STATUS, Variables.PLACE),
    FIND_RETURNS("find-returns", Use.FIND, Shape.RETURN_STATUS, Variables.REFERENCE),
    CREATE_RETURN("create-return", Use.WRITE, Shape.CREATED, Variables.RETURN),
    VOID_RETURN("void-return", Use.WRITE, Shape.NOTHING, Variables.VOID),
    FIND_VOUCHERS("find-vouchers", Use.FIND, Shape.VOUCHER_STATUS, Variables.REFERENCE),
    CREATE_VOUCHER("create-voucher", Use.WRITE, Shape.CREATED, Variables.VOUCHER),
    PING("ping", Use.CHECK, Shape.NOTHING, Map.of()),
    LOGIN("login", Use.CHECK, Shape.NOTHING, Map.of());

    /** What a call does to the ERP, hence what an unsure end means. */
    public enum Use {
        /** Pages of records by a cursor. */
        LIST,
        /** All records that match. */
        FIND,
        /** Changes the ERP: an unsure end is an unknown outcome. */
        WRITE,
        /** Success or failure, nothing more. */
        CHECK
    }

    private final String id;
    private final Use use;
    private final Shape shape;
    private final Map<String, Object> sample;

    OperationKind(String id, Use use, Shape shape, Map<String, Object> sample) {
        this.id = id;
        this.use = use;
        this.shape = shape;
        this.sample = sample;
    }

    public String id() {
        return id;
    }

    public Use use() {
        return use;
    }

    public boolean writes() {
        return use == Use.WRITE;
    }

    public Shape shape() {
        return shape;
    }

    /** All variables its templates may use, with plausible values: templates are tried on load. */
    public Map<String, Object> sample() {
        return sample;
    }

    static Optional<OperationKind> of(String id) {
        return Arrays.stream(values()).filter(k -> k.id.equals(id)).findFirst();
    }

    private static final class Variables {
        static final Map<String, Object> PLACE =
                Map.of(
                        "since", "2026-01-01T00:00:00",
                        "after", "A-1",
                        "limit", "100",
                        "page", "1",
                        "offset", "0",
                        "next", "n");
        static final Map<String, Object> REFERENCE = Map.of("reference", "R-1");
        static final Map<String, Object> CODE = Map.of("code", "P-1");
        static final Map<String, Object> PRODUCT_CHANGE =
                Map.of(
                        "code", "P-1",
                        "reference", "P-1",
                        "name", "和胃整肠丸 & Co. <\"1\">",
                        "dosageForm", "丸剂",
                        "strength", "0.2g",
                        "category", "OTC",
                        "version", "1");
        static final Map<String, Object> CUSTOMER_CHANGE =
                Map.of(
                        "code", "K-1",
                        "reference", "C-1",
                        "name", "福州康宁大药房 & Co. <\"1\">",
                        "address", "street",
                        "contact", "name",
                        "phone", "1",
                        "version", "1");
        static final Map<String, Object> USCC = Map.of("uscc", "91350100M000100Y43");
        static final Map<String, Object> VOID = Map.of("code", "1", "reason", "cancelled");
        static final Map<String, Object> CUSTOMER =
                Map.of(
                        "reference", "C-1",
                        "name", "福州康宁大药房 & Co. <\"1\">",
                        "uscc", "91350100M000100Y43",
                        "address", "street",
                        "contact", "name",
                        "phone", "1",
                        "licenceNumber", "1");
        static final Map<String, Object> LINE =
                Map.of(
                        "number", "1",
                        "productCode", "P-1",
                        "quantity", "1.5",
                        "unit", "盒",
                        "price", "2.000000",
                        "discount", "0.00",
                        "discountedPrice", "2.000000",
                        "amount", "3.00");
        static final Map<String, Object> ORDER =
                Map.of(
                        "reference", "SO-1",
                        "customerCode", "K-1",
                        "orderedAt", "2026-01-01T00:00:00",
                        "note", "\"quick\" & dirty",
                        "total", "6.00",
                        "lines", List.of(LINE, LINE));

        static final Map<String, Object> RETURN_LINE =
                Map.of(
                        "number", "1",
                        "orderLine", "1",
                        "productCode", "P-1",
                        "batch", "B-1",
                        "quantity", "1.5");
        static final Map<String, Object> RETURN =
                Map.of(
                        "reference", "RT-1",
                        "customerCode", "K-1",
                        "orderCode", "XS-1",
                        "returnedAt", "2026-01-01T00:00:00",
                        "reason", "\"broken\" & wet",
                        "lines", List.of(RETURN_LINE, RETURN_LINE));
        static final Map<String, Object> VOUCHER =
                Map.of(
                        "reference", "CS-1",
                        "kind", "COMMISSION",
                        "on", "2026-01-31",
                        "party", "name <\"1\">",
                        "amount", "6.00",
                        "text", "commission & more");

        private Variables() {}
    }
}
