package io.mallhub.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.MutableClock;
import io.mallhub.gateway.ClientRight;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.RestProgram;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class RepeatedCallsTest {
    private static final String BODY =
            """
            {"records":[{"code":"%s","name":"a","unit":"盒","price":1,"vatRate":0.13,"changedAt":"%s"}]}
            """;

    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private MutableClock clock;
    private String connection = "";
    private RestProgram program = RestProgram.at(0);

    @BeforeEach
    void aProgram() {
        connection = erps.aConnection();
        program = RestProgram.at(port).with("X-Api-Key", erps.aClient(connection).key());
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private HttpResponse<String> bring(String key, String code, String at) {
        return program.with("Idempotency-Key", key)
                .post("/erp-api/products", BODY.formatted(code, at));
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswerThoughTheMallHasGoneOn() {
        HttpResponse<String> first = bring("k1", connection, "2026-11-24T09:00:00");
        bring("k2", connection, "2026-11-24T10:00:00");

        HttpResponse<String> again = bring("k1", connection, "2026-11-24T09:00:00");
        HttpResponse<String> fresh = bring("k3", connection, "2026-11-24T09:00:00");

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body()).contains("TAKEN");
        assertThat(fresh.body()).contains("OUTDATED");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        bring("k1", connection, "2026-11-24T09:00:00");

        HttpResponse<String> other = bring("k1", connection + "x", "2026-11-24T09:00:00");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-key.reused");
    }

    @Test
    void aKeyIsTheClientsOwn() {
        bring("k1", connection, "2026-11-24T09:00:00");
        program = RestProgram.at(port).with("X-Api-Key", erps.aClient(connection).key());

        assertThat(bring("k1", connection + "x", "2026-11-24T09:00:00").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefusedCallMayBeSentAgainUnderItsKey() {
        String key = erps.aClient(connection, Set.of(ClientRight.STOCK_IN), 600).key();
        RestProgram poor = RestProgram.at(port).with("X-Api-Key", key).with("Idempotency-Key", "k");

        assertThat(poor.post("/erp-api/products", BODY).statusCode()).isEqualTo(403);
        assertThat(poor.post("/erp-api/products", BODY).statusCode()).isEqualTo(403);
    }

    @Test
    void whoCallsTooOftenIsToldHowLongToWait() {
        String key = erps.aClient(connection, Set.of(ClientRight.ORDER_OUT), 6).key();
        RestProgram eager = RestProgram.at(port).with("X-Api-Key", key);

        assertThat(eager.post("/erp-api/orders/fetch", "{}").statusCode()).isEqualTo(200);
        HttpResponse<String> tooMuch = eager.post("/erp-api/orders/fetch", "{}");
        clock.advance(Duration.ofSeconds(10));
        HttpResponse<String> later = eager.post("/erp-api/orders/fetch", "{}");

        assertThat(tooMuch.statusCode()).isEqualTo(429);
        assertThat(tooMuch.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(later.statusCode()).isEqualTo(200);
    }
}
