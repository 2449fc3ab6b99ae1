package io.mallhub.gateway.rest;

import static io.mallhub.gateway.fixture.OpenApiProgram.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.MutableClock;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.ClientRight;
import io.mallhub.gateway.client.Fetch;
import io.mallhub.gateway.client.MallApi;
import io.mallhub.gateway.client.Product;
import io.mallhub.gateway.client.Products;
import io.mallhub.gateway.client.Results;
import io.mallhub.gateway.client.Status;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.OpenApiProgram;
import io.mallhub.gateway.fixture.OpenApiProgram.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RepeatedCallsTest {
    private static final OffsetDateTime NINE = OffsetDateTime.parse("2026-11-24T09:00:00+08:00");

    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private MutableClock clock;
    private String connection = "";
    private MallApi mall = OpenApiProgram.at(0).mall();

    @BeforeEach
    void aProgram() {
        connection = erps.aConnection();
        mall = program(erps.aClient(connection));
    }

    private MallApi program(ShownOnce client) {
        return OpenApiProgram.at(port).withKey(client).mall();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private Results bring(String key, String code, OffsetDateTime at) {
        return mall.bringProducts(goods(code, at), key);
    }

    private static Products goods(String code, OffsetDateTime at) {
        return new Products()
                .addRecordsItem(
                        new Product()
                                .code(code)
                                .name("a")
                                .unit("盒")
                                .price(BigDecimal.ONE)
                                .vatRate(new BigDecimal("0.13"))
                                .changedAt(at));
    }

    private static Status status(Results results) {
        return results.getResults().getFirst().getStatus();
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswerThoughTheMallHasGoneOn() {
        Results first = bring("k1", connection, NINE);
        bring("k2", connection, NINE.plusHours(1));

        Results again = bring("k1", connection, NINE);
        Results fresh = bring("k3", connection, NINE);

        assertThat(again).isEqualTo(first);
        assertThat(status(again)).isEqualTo(Status.TAKEN);
        assertThat(status(fresh)).isEqualTo(Status.OUTDATED);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        bring("k1", connection, NINE);

        Refusal other = problem(() -> bring("k1", connection + "x", NINE));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem().getCode()).isEqualTo("idempotency-key.reused");
    }

    @Test
    void aKeyIsTheClientsOwn() {
        bring("k1", connection, NINE);
        mall = program(erps.aClient(connection));

        assertThat(status(bring("k1", connection + "x", NINE))).isEqualTo(Status.TAKEN);
    }

    @Test
    void aRefusedCallMayBeSentAgainUnderItsKey() {
        mall = program(erps.aClient(connection, Set.of(ClientRight.STOCK_IN), 600));

        assertThat(problem(() -> bring("k", connection, NINE)).status()).isEqualTo(403);
        assertThat(problem(() -> bring("k", connection, NINE)).status()).isEqualTo(403);
    }

    @Test
    void whoCallsTooOftenIsToldHowLongToWait() {
        mall = program(erps.aClient(connection, Set.of(ClientRight.ORDER_OUT), 6));

        mall.fetchOrders(new Fetch(), null);
        Refusal tooMuch = problem(() -> mall.fetchOrders(new Fetch(), null));
        clock.advance(Duration.ofSeconds(10));
        mall.fetchOrders(new Fetch(), null);

        assertThat(tooMuch.status()).isEqualTo(429);
        assertThat(tooMuch.retryAfter()).hasValue("10");
    }
}
