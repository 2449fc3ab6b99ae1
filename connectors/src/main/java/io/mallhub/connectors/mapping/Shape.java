package io.mallhub.connectors.mapping;

import java.util.Map;
import java.util.Set;

/**
 * The fields a definition maps for a canonical record.
 *
 * @param required must be mapped, else no record could ever be read
 * @param optional may be mapped
 * @param lists inner records by field
 */
public record Shape(Set<String> required, Set<String> optional, Map<String, Shape> lists) {
    public static final Shape PRODUCT =
            flat(
                    Set.of("code", "vatRate", "changedAt"),
                    "name",
                    "dosageForm",
                    "strength",
                    "maker",
                    "holder",
                    "approvalNumber",
                    "drugCodes",
                    "category",
                    "unit",
                    "price",
                    "active",
                    "version");

    /**
     * {@code total} and {@code allocated} are of the product, for ERPs that keep them so; {@code
     * asOf} is not mapped where the list is whole.
     */
    public static final Shape STOCK =
            new Shape(
                    Set.of("productCode"),
                    Set.of("asOf", "total", "allocated"),
                    Map.of("batches", flat(Set.of("quantity"), "number", "expiry", "allocated")));

    public static final Shape CUSTOMER =
            flat(
                    Set.of("code"),
                    "reference",
                    "name",
                    "uscc",
                    "address",
                    "contact",
                    "phone",
                    "licenceNumber",
                    "active",
                    "changedAt",
                    "version");

    public static final Shape ORDER_STATUS =
            new Shape(
                    Set.of("code", "state", "changedAt"),
                    Set.of(
                            "reference",
                            "words",
                            "draft",
                            "kind",
                            "customerCode",
                            "orderedAt",
                            "total"),
                    Map.of(
                            "lines",
                            flat(Set.of("quantity", "price"), "productCode", "name", "amount"),
                            "deliveries",
                            new Shape(
                                    Set.of("code", "shippedAt"),
                                    Set.of(),
                                    Map.of(
                                            "batches",
                                            flat(
                                                    Set.of("productCode", "quantity"),
                                                    "line",
                                                    "batch",
                                                    "expiry"))),
                            "invoices",
                            flat(Set.of("number", "issuedOn", "amount"))));

    public static final Shape RETURN_STATUS =
            new Shape(
                    Set.of("code", "state", "changedAt"),
                    Set.of("reference", "words"),
                    Map.of(
                            "receipts",
                            new Shape(
                                    Set.of("code", "receivedAt"),
                                    Set.of("receiver"),
                                    Map.of(
                                            "batches",
                                            flat(
                                                    Set.of("productCode", "quantity"),
                                                    "line",
                                                    "batch")))));

    public static final Shape VOUCHER_STATUS = flat(Set.of("code", "changedAt"), "reference");

    public static final Shape CREATED = flat(Set.of("code"), "time");

    /** What a changed record is now. */
    public static final Shape UPDATED = flat(Set.of(), "version", "changedAt");

    /** Where a record stands in its list. */
    public static final Shape PLACE = flat(Set.of("changedAt", "key"));

    /** Nothing but success or failure is read. */
    public static final Shape NOTHING = flat(Set.of());

    private static Shape flat(Set<String> required, String... optional) {
        return new Shape(required, Set.of(optional), Map.of());
    }

    public boolean knows(String field) {
        return required.contains(field) || optional.contains(field);
    }
}
