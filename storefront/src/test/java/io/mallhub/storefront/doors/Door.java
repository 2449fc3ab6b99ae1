package io.mallhub.storefront.doors;

import io.mallhub.identity.BuyerRight;
import io.mallhub.storefront.fixture.TradingCompany;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way into the storefront, who may pass, and what a sensible request to it looks like. Every
 * mapped handler has its line in {@link #ALL}; a test sees to that.
 *
 * @param pattern as the controllers map it
 * @param right null: any buyer
 * @param fields of a sensible request; JSON of an API door under {@code json}
 */
record Door(
        String method,
        String pattern,
        boolean forGuests,
        @Nullable BuyerRight right,
        Map<String, String> fields) {
    private static final Map<String, String> COMPANY =
            Map.of(
                    "name", "新名称药房",
                    "type", "PHARMACY",
                    "uscc", "91310000MA1K35F67X",
                    "region", "310000",
                    "address", "新地址",
                    "contact", "某人",
                    "phone", "13900000001",
                    "invoiceTitle", "新名称药房");
    private static final String AN_ORDER = "{\"lines\":[{\"product\":\"%s\",\"quantity\":2}]}";

    private static final String A_TRANSFER =
            "{\"amount\":\"1\",\"bankReference\":\"ICBC-1\",\"sentOn\":\"2026-11-20\"}";

    private static final String A_PART = "{\"keep\":[{\"line\":1,\"quantity\":1}]}";

    static final List<Door> ALL =
            List.of(
                    guest("GET", "/"),
                    guest("GET", "/products"),
                    guest("GET", "/products/{code}"),
                    guest("GET", "/login"),
                    guest("GET", "/register"),
                    guest("POST", "/register"),
                    guest("GET", "/api/openapi.yaml"),
                    buyer("GET", "/registration"),
                    buyer("GET", "/registration/state"),
                    door("GET", "/registration/documents/{id}", BuyerRight.MANAGE, Map.of()),
                    door("POST", "/registration/company", BuyerRight.MANAGE, COMPANY),
                    door("POST", "/registration/documents", BuyerRight.MANAGE, Map.of()),
                    door("POST", "/registration/submit", BuyerRight.MANAGE, Map.of()),
                    door("POST", "/registration/withdraw", BuyerRight.MANAGE, Map.of()),
                    door("GET", "/cart", BuyerRight.ORDER, Map.of()),
                    door(
                            "POST",
                            "/cart",
                            BuyerRight.ORDER,
                            Map.of("product", "{code}", "quantity", "7")),
                    door("POST", "/cart/remove", BuyerRight.ORDER, Map.of("product", "{code}")),
                    door("POST", "/cart/order", BuyerRight.ORDER, Map.of("key", "{key}")),
                    buyer("GET", "/orders"),
                    buyer("GET", "/orders/elsewhere"),
                    buyer("GET", "/orders/elsewhere/{elsewhere}"),
                    buyer("GET", "/orders/{number}"),
                    buyer("GET", "/orders/{number}/state"),
                    door(
                            "POST",
                            "/orders/{number}/cancel",
                            BuyerRight.ORDER,
                            Map.of("reason", "wrong")),
                    buyer("GET", "/orders/{number}/part"),
                    door("POST", "/orders/{number}/part", BuyerRight.ORDER, Map.of()),
                    buyer("GET", "/orders/{number}/return"),
                    door("POST", "/orders/{number}/return", BuyerRight.ORDER, Map.of()),
                    buyer("GET", "/returns"),
                    buyer("GET", "/returns/{returned}"),
                    buyer("GET", "/returns/photos/{photo}"),
                    door("POST", "/returns/{returned}/withdraw", BuyerRight.ORDER, Map.of()),
                    buyer("GET", "/recalls/{recall}"),
                    door("POST", "/recalls/{recall}/confirm", BuyerRight.ORDER, Map.of()),
                    door("GET", "/prepaid", BuyerRight.FINANCE, Map.of()),
                    door("GET", "/statement", BuyerRight.FINANCE, Map.of()),
                    door("GET", "/statement/export", BuyerRight.FINANCE, Map.of()),
                    door(
                            "POST",
                            "/statement/transfers",
                            BuyerRight.FINANCE,
                            Map.of("amount", "1", "reference", "{key}", "day", "2026-11-20")),
                    door(
                            "GET",
                            "/statement/transfers/{announced}/proof",
                            BuyerRight.FINANCE,
                            Map.of()),
                    buyer("GET", "/coupons"),
                    buyer("GET", "/coupons/own"),
                    buyer("GET", "/points"),
                    buyer("GET", "/flash"),
                    door("POST", "/coupons/claim", BuyerRight.ORDER, Map.of("kind", "CK1")),
                    door("POST", "/coupons/code", BuyerRight.ORDER, Map.of("typed", "NOSUCH")),
                    buyer("GET", "/company"),
                    buyer("GET", "/company/renewals/{renewal}"),
                    door("POST", "/company/renewals/{renewal}", BuyerRight.MANAGE, Map.of()),
                    buyer("GET", "/messages"),
                    door("POST", "/messages/read", null, Map.of("upTo", "0")),
                    buyer("GET", "/api/products"),
                    buyer("GET", "/api/products/{code}"),
                    buyer("GET", "/api/merchandise"),
                    buyer("GET", "/api/orders"),
                    buyer("GET", "/api/orders/{number}"),
                    door("POST", "/api/quotes", null, Map.of("json", AN_ORDER)),
                    door("POST", "/api/orders", BuyerRight.ORDER, Map.of("json", AN_ORDER)),
                    door(
                            "POST",
                            "/api/orders/{number}/cancel",
                            BuyerRight.ORDER,
                            Map.of("json", "{\"reason\":\"wrong\"}")),
                    buyer("GET", "/api/orders/{number}/part-cancellations"),
                    door("GET", "/api/prepaid", BuyerRight.FINANCE, Map.of()),
                    door("GET", "/api/prepaid/entries", BuyerRight.FINANCE, Map.of()),
                    door("GET", "/api/prepaid/top-ups", BuyerRight.FINANCE, Map.of()),
                    buyer("GET", "/api/points"),
                    buyer("GET", "/api/points/entries"),
                    buyer("GET", "/api/coupons"),
                    buyer("GET", "/api/coupons/centre"),
                    door(
                            "POST",
                            "/api/orders/{number}/part-cancellations/preview",
                            BuyerRight.ORDER,
                            Map.of("json", A_PART)));

    /** Asks for what was shown before; the test of the API's orders tries it. */
    static final List<Door> OF_PARTS =
            List.of(
                    door(
                            "POST",
                            "/api/prepaid/top-ups",
                            BuyerRight.FINANCE,
                            Map.of("json", "{\"amount\":\"1.00\"}")),
                    door(
                            "POST",
                            "/api/prepaid/transfers",
                            BuyerRight.FINANCE,
                            Map.of("json", A_TRANSFER)),
                    door(
                            "POST",
                            "/api/coupons",
                            BuyerRight.ORDER,
                            Map.of("json", "{\"code\":\"none\"}")),
                    door(
                            "POST",
                            "/orders/{number}/part/{part}/withdraw",
                            BuyerRight.ORDER,
                            Map.of()),
                    door(
                            "POST",
                            "/api/orders/{number}/part-cancellations/{part}/withdraw",
                            BuyerRight.ORDER,
                            Map.of("json", "{}")),
                    door(
                            "POST",
                            "/api/orders/{number}/part-cancellations",
                            BuyerRight.ORDER,
                            Map.of("json", A_PART)));

    /** Open to whoever orders or sees the money; {@link TransferPaymentTest} tries them. */
    static final List<Door> OF_TRANSFERS =
            List.of(
                    buyer("POST", "/orders/{number}/transfer"),
                    buyer("POST", "/orders/{number}/transfer/credit"),
                    buyer("GET", "/prepaid/top-ups/{number}/pay"),
                    buyer("POST", "/prepaid/top-ups"),
                    buyer("POST", "/prepaid/transfers"),
                    door(
                            "POST",
                            "/api/orders/{number}/transfers",
                            null,
                            Map.of("json", A_TRANSFER)),
                    door(
                            "POST",
                            "/api/orders/{number}/transfers/credit",
                            null,
                            Map.of("json", "{\"amount\":\"1.00\"}")));

    /** Of share links, which lead on; {@link SharingTest} tries them. */
    static final List<Door> OF_LINKS = List.of(guest("GET", "/s/{share}"));

    /** Around a payment at a provider; {@link OnlinePaymentTest} tries them. */
    static final List<Door> OF_PAYMENTS =
            List.of(
                    buyer("GET", "/orders/{number}/pay"),
                    buyer("GET", "/payments/return"),
                    guest("POST", "/payments/notify/{provider}"));

    private static Door guest(String method, String pattern) {
        return new Door(method, pattern, true, null, Map.of());
    }

    private static Door buyer(String method, String pattern) {
        return new Door(method, pattern, false, null, Map.of());
    }

    private static Door door(
            String method, String pattern, @Nullable BuyerRight right, Map<String, String> fields) {
        return new Door(method, pattern, false, right, fields);
    }

    String name() {
        return method + " " + pattern;
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    boolean isWrite() {
        return method.equals("POST");
    }

    /** Names a record that belongs to one company, by its number or id. */
    boolean isToOneRecord() {
        return pattern.contains("{number}")
                || pattern.contains("{returned}")
                || pattern.contains("{photo}")
                || pattern.contains("{recall}")
                || pattern.contains("{renewal}")
                || pattern.contains("{announced}")
                || pattern.contains("{elsewhere}")
                || pattern.contains("{id}");
    }

    boolean opensTo(Set<BuyerRight> rights) {
        return right == null || rights.contains(right);
    }

    /** The door as this company's own people use it. */
    String path(TradingCompany company) {
        return pattern.replace("{number}", company.order())
                .replace("{returned}", company.returned())
                .replace("{photo}", company.photo())
                .replace("{announced}", company.announced())
                .replace("{recall}", company.recall())
                .replace("{elsewhere}", company.elsewhere())
                .replace("{id}", company.document())
                .replace("{renewal}", company.renewal())
                .replace("{part}", "1")
                .replace("{code}", company.product());
    }

    String json(TradingCompany company) {
        return Objects.requireNonNull(fields.get("json")).formatted(company.product());
    }

    @Override
    public String toString() {
        return name();
    }
}
