package io.mallhub.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.coupon.CouponWay;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.Rows;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.TradingCompany;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a program gets wrong is answered with a problem document and changes nothing. */
@StorefrontTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadRequestsTest {
    private final Contract contract = Contract.read();
    @Autowired Companies companies;
    @Autowired CouponFixtures coupons;
    @Autowired Rows rows;
    @LocalServerPort int port;
    private TradingCompany company;
    private ApiClient program;

    @BeforeAll
    void aProgram() {
        company = companies.aTradingCompany();
        program = ApiClient.of(port, company.buyer());
    }

    static Stream<Arguments> badOrders() {
        return Stream.of(
                Arguments.of("", 400, "body.missing"),
                Arguments.of("{\"lines\":[", 400, "body.unreadable"),
                Arguments.of("<order/>", 400, "body.unreadable"),
                Arguments.of("[]", 400, "body.unreadable"),
                Arguments.of("null", 400, "body.missing"),
                Arguments.of("{\"lines\":\"all\"}", 400, "body.unreadable"),
                Arguments.of("{\"lines\":[],\"price\":\"0.01\"}", 400, "body.unknown-field"),
                Arguments.of("{\"lines\":[],\"company\":\"C1\"}", 400, "body.unknown-field"),
                Arguments.of(line("$", "1,\"price\":0.01"), 400, "body.unknown-field"),
                Arguments.of(line("$", "\"ten\""), 400, "body.unreadable"),
                Arguments.of("{}", 422, "order.refused"),
                Arguments.of("{\"lines\":null}", 422, "order.refused"),
                Arguments.of("{\"lines\":[]}", 422, "order.refused"),
                Arguments.of("{\"lines\":[null]}", 422, "order.refused"),
                Arguments.of("{\"lines\":[{}]}", 422, "order.refused"),
                Arguments.of(line("NO-SUCH-PRODUCT", "1"), 422, "order.refused"),
                Arguments.of(line("a\\u0000b", "1"), 422, "order.refused"),
                Arguments.of(line("$", "null"), 422, "order.refused"),
                Arguments.of(line("$", "-1"), 422, "order.refused"),
                Arguments.of(line("$", "0"), 422, "order.refused"),
                Arguments.of(line("$", "0.0001"), 422, "order.refused"),
                Arguments.of(line("$", "1000001"), 422, "order.refused"),
                Arguments.of(line("$", "99999999999999999999"), 422, "order.refused"),
                Arguments.of(line("$", "1e999999999"), 422, "order.refused"),
                Arguments.of(line("$", "100000"), 422, "order.refused"),
                Arguments.of(
                        line("$", "1").replace("}]", "}],\"note\":\"" + "x".repeat(1001) + "\""),
                        422,
                        "order.refused"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badOrders")
    void aBadOrderIsAnsweredWithAProblemAndKeepsNothing(String body, int status, String code) {
        Map<String, String> before = rows.all();

        Answer answer = program.order("bad", body.replace("$", company.product()));

        isAProblem("POST", "/api/orders", answer, status, code);
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void everyLineAtFaultIsNamed() {
        Answer answer =
                program.order(
                        "lines",
                        """
                        {"lines":[{"product":"%s","quantity":1},{"product":"X","quantity":1},
                        {"product":"%s","quantity":0.00001}]}"""
                                .formatted(company.product(), company.product()));

        JsonNode lines = json(answer).path("lines");
        assertThat(lines.size()).isEqualTo(2);
        assertThat(lines.get(0).path("line").asInt()).isEqualTo(2);
        assertThat(lines.get(0).path("code").asString()).isEqualTo("product.unknown");
        assertThat(lines.get(1).path("line").asInt()).isEqualTo(3);
        assertThat(lines.get(1).path("code").asString()).isEqualTo("quantity.not-a-quantity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"CK\\u0000000001\"}",
                "{\"code\":\"EXPO\\u00002026\"}",
                "{\"kind\":\"\"}"
            })
    void aCouponThatNobodyOffersIsRefused(String wish) {
        Map<String, String> before = rows.all();

        Answer answer =
                program.post(
                        "/api/coupons",
                        wish,
                        Map.of("Idempotency-Key", "coupon-" + wish.hashCode()));

        isAProblem("POST", "/api/coupons", answer, 422, "coupon.refused");
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void aKindWithANullCharacterInItIsNotTheKindWithoutIt() {
        String code = coupons.put(CouponWay.CENTRE, null, 1).code();
        String wish =
                "{\"kind\":\"%s\\u0000%s\"}".formatted(code.substring(0, 2), code.substring(2));
        Map<String, String> before = rows.all();

        Answer answer =
                program.post("/api/coupons", wish, Map.of("Idempotency-Key", "coupon-split"));

        isAProblem("POST", "/api/coupons", answer, 422, "coupon.refused");
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void moreLinesThanAnOrderHoldsAreRefused() {
        String line = "{\"product\":\"%s\",\"quantity\":1}".formatted(company.product());
        Map<String, String> before = rows.all();

        Answer answer =
                program.order("many", "{\"lines\":[" + (line + ",").repeat(500) + line + "]}");

        isAProblem("POST", "/api/orders", answer, 422, "order.refused");
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void anOrderNeedsAKeyAndAKeyHasOneContent() {
        String order = line(company.product(), "1");
        Answer none = program.post("/api/orders", order);
        Answer tooLong = program.order("k".repeat(101), order);
        Answer placed = program.order("reused", order);
        Map<String, String> before = rows.all();

        Answer other = program.order("reused", line(company.product(), "2"));

        isAProblem("POST", "/api/orders", none, 400, "idempotency-key.missing");
        isAProblem("POST", "/api/orders", tooLong, 400, "idempotency-key.missing");
        assertThat(placed.status()).isEqualTo(201);
        isAProblem("POST", "/api/orders", other, 422, "idempotency-key.reused");
        assertThat(rows.all()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/orders?page=one,   400, request.malformed",
        "GET,    /api/products?size=all, 400, request.malformed",
        "GET,    /api/orders/NONE,       404, order.unknown",
        "GET,    /api/products/NONE,     404, product.unknown",
        "GET,    /api/nothing,           404, path.unknown",
        "GET,    /api/orders/1/2/3,      404, path.unknown",
        "DELETE, /api/orders,            405, method.unknown",
        "PUT,    /api/orders/NONE,       405, method.unknown"
    })
    void aWrongAddressIsAnsweredWithAProblem(String method, String path, int status, String code) {
        Answer answer = program.send(method, path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"-1, 50", "0, 0", "0, -5", "2147483647, 1000000"})
    void aPageThatCannotBeIsTheNearestThatCan(String page, String size) {
        Answer answer = program.get("/api/orders?page=%s&size=%s".formatted(page, size));

        contract.holds("GET", "/api/orders", answer);
        assertThat(json(answer).path("size").asInt()).isBetween(1, 200);
    }

    @Test
    void aBodyThatIsNotJsonIsRefused() {
        Answer answer =
                program.post(
                        "/api/orders",
                        "<order/>",
                        Map.of("Content-Type", "application/xml", "Idempotency-Key", "xml"));

        isAProblem("POST", "/api/orders", answer, 415, "body.not-json");
    }

    @Test
    void aBadCancellationIsAnsweredWithAProblem() {
        String door = "/api/orders/" + company.order() + "/cancel";
        Map<String, String> before = rows.all();

        Answer endless = program.post(door, "{\"reason\":\"" + "x".repeat(201) + "\"}");
        Answer broken = program.post(door, "{");
        Answer unknown = program.post("/api/orders/NONE/cancel", "{}");

        String path = "/api/orders/{number}/cancel";
        isAProblem("POST", path, endless, 400, "reason.too-long");
        isAProblem("POST", path, broken, 400, "body.unreadable");
        isAProblem("POST", path, unknown, 404, "order.unknown");
        assertThat(rows.all()).isEqualTo(before);
    }

    @Test
    void theWordsAreInTheLanguageAskedFor() {
        Answer chinese =
                ApiClient.of(port, company.buyer())
                        .with("Accept-Language", "zh-CN,zh;q=0.9")
                        .get("/api/orders/NONE");

        assertThat(json(chinese).path("detail").asString()).isEqualTo("没有订单 NONE。");
        assertThat(json(program.get("/api/orders/NONE")).path("detail").asString())
                .isEqualTo("There is no order NONE.");
    }

    private void isAProblem(String method, String path, Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        contract.holds(method, path, answer);
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("detail").asString()).hasSizeGreaterThan(20);
    }

    private static String line(String product, String quantity) {
        return "{\"lines\":[{\"product\":\"%s\",\"quantity\":%s}]}".formatted(product, quantity);
    }

    private static JsonNode json(Answer answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
