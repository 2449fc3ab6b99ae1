package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Returns at the back office, as a person of the warehouse handles them. */
class ReturnPagesTest {
    private final HttpClient person =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
    private final String reference = Example.aReference();

    @BeforeEach
    void signedIn() throws Exception {
        post("/office/login", "user=demo&password=demo");
    }

    @Test
    void aReturnIsFoundByItsReferenceAndReceivedInPart() throws Exception {
        String number = aReturn(5);
        assertThat(get("/office/returns?q=" + reference).body())
                .contains("href=\"/office/returns/" + number + "\"", "待收货");

        HttpResponse<String> page =
                post("/office/returns/" + number + "/receive", "line=1&quantity=3");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("已收货", "demo").doesNotContain("Receive</button>");
        JsonNode goods = Example.ADMIN.returnsWithReference(reference).get(0);
        assertThat(goods.get("status").asString()).isEqualTo("RECEIVED");
        assertThat(goods.get("lines").get(0).get("received").decimalValue())
                .isEqualByComparingTo("3");
        assertThat(goods.get("receipt").get("receiver").asString()).isEqualTo("demo");
    }

    @Test
    void moreThanWasAskedForOrASecondReceiptIsRefusedInWords() throws Exception {
        String number = aReturn(5);
        String receive = "/office/returns/" + number + "/receive";

        HttpResponse<String> more = post(receive, "line=1&quantity=6");
        post(receive, "line=1&quantity=5");
        HttpResponse<String> again = post(receive, "line=1&quantity=5");

        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains("收货数量超过退货数量");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("已收货");
    }

    @Test
    void aReturnIsRejectedWithItsReason() throws Exception {
        String number = aReturn(5);

        String page =
                post(
                                "/office/returns/" + number + "/reject",
                                "reason=" + URLEncoder.encode("包装不符", StandardCharsets.UTF_8))
                        .body();

        assertThat(page).contains("已驳回", "包装不符");
        assertThat(Example.ADMIN.returnsWithReference(reference).get(0).get("status").asString())
                .isEqualTo("REJECTED");
    }

    @Test
    void aStrangerIsSentToTheLogin() throws Exception {
        String number = aReturn(5);
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(address("/office/returns/" + number))
                                        .build(),
                                BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/office/login");
    }

    /** Of an order of ten, delivered whole. */
    private String aReturn(int quantity) throws Exception {
        String material = Example.aMaterialWithBatches(10);
        String order = Example.anOrder(reference, material, 10);
        Example.ADMIN.accept(order);
        Example.ADMIN.ship(order);
        return Example.REST
                .post(
                        "/api/returns",
                        Map.of(
                                "wbdh",
                                reference,
                                "khbm",
                                Example.CUSTOMER,
                                "ddbh",
                                order,
                                "yy",
                                "破损",
                                "mx",
                                List.of(
                                        Map.of(
                                                "hh", 1, "ddhh", 1, "wlbm", material, "ph", "T1",
                                                "sl", quantity))))
                .get("data")
                .get("thdh")
                .asString();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return person.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return person.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI address(String path) {
        return URI.create(Example.SIMULATOR.address() + path);
    }
}
