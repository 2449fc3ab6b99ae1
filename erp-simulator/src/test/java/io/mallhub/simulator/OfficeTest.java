package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The back office as its forms are posted. */
class OfficeTest {

    private final HttpClient browser =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    @BeforeEach
    void login() throws Exception {
        assertThat(post("/office/login", "user=demo&password=demo").uri().getPath())
                .isEqualTo("/office/orders");
    }

    @Test
    void withoutALoginEveryPageLeadsToTheLoginPage() throws Exception {
        HttpClient stranger =
                HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
        for (String page :
                new String[] {"/office/orders", "/office/faults", "/office/materials", "/"}) {
            HttpResponse<String> response =
                    stranger.send(
                            HttpRequest.newBuilder(at(page)).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(response.uri().getPath()).isEqualTo("/office/login");
        }
        HttpResponse<String> wrong =
                stranger.send(
                        form("/office/login", "user=demo&password=guess"),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(wrong.body()).contains("密码错误");
    }

    @Test
    void anOrderIsAcceptedAndShippedWithTheProposedBatches() throws Exception {
        String material = Example.aMaterialWithBatches(3, 10);
        String reference = Example.aReference();
        String order = Example.anOrder(reference, material, 5);

        assertThat(get("/office/orders?q=" + reference).body()).contains(order);
        post("/office/orders/" + order + "/accept", "");
        String page = get("/office/orders/" + order).body();
        assertThat(page).contains("value=\"T1\"", "value=\"T2\"", "已审核");
        HttpResponse<String> shipped =
                post(
                        "/office/orders/" + order + "/ship",
                        "line=1&batch=T1&quantity=3&line=1&batch=T2&quantity=2");

        assertThat(shipped.body()).contains("已发货", "XSCK-");
        assertThat(Example.ADMIN.get("/admin/stock/" + material).get("onHand").asString())
                .isEqualTo("8");
    }

    @Test
    void partOfAnOrderIsShippedAndTheRestProposedAgain() throws Exception {
        String material = Example.aMaterialWithBatches(10);
        String order = Example.anOrder(Example.aReference(), material, 5);
        post("/office/orders/" + order + "/accept", "");

        HttpResponse<String> shipped =
                post("/office/orders/" + order + "/ship", "line=1&batch=T1&quantity=2");

        assertThat(shipped.body()).contains("部分发货", "value=\"3\"");
    }

    @Test
    void whatTheErpRefusesIsShownWithItsCode() throws Exception {
        String order = Example.anOrder(Example.aReference(), Example.aMaterialWithBatches(1), 5);
        HttpResponse<String> refused = post("/office/orders/" + order + "/accept", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("DD008", "库存不足");
        assertThat(
                        post("/office/orders/" + order + "/ship", "line=1&batch=T1&quantity=x")
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void stockAndPricesAreChangedOnTheMaterialPage() throws Exception {
        String material = Example.aMaterialWithBatches(10);
        String page = "/office/materials/" + material;
        post(page + "/receipt", "batch=NEW1&validUntil=2091-01-31&quantity=40");
        post(page + "/issue", "batch=T1&quantity=4");
        assertThat(post(page + "/price", "price=77.5").body())
                .contains("NEW1", "2091-01-31", "77.5");
        assertThat(Example.ADMIN.get("/admin/stock/" + material).get("onHand").asString())
                .isEqualTo("46");
        assertThat(get("/office/materials?q=" + material).body()).contains("77.5");
    }

    @Test
    void faultSwitchesAreSetAndShown() throws Exception {
        String page =
                post(
                                "/office/faults",
                                "operation=LIST_ORDERS&protocol=REST&kind=HTTP_503&next=&percent=50&delayMillis=&retryAfterSeconds=3")
                        .body();
        assertThat(page).contains("概率 0.5", "Retry-After 3");
        assertThat(post("/office/faults/off", "").body()).contains("全部关闭 All off");
        assertThat(Example.ADMIN.get("/admin/faults")).isEmpty();
    }

    @Test
    void aCustomerIsStoppedAndReopened() throws Exception {
        assertThat(post("/office/customers/KH000003/active", "active=false").body())
                .contains("启用 Reopen");
        assertThat(post("/office/customers/KH000003/active", "active=true").body())
                .contains("停用 Stop");
    }

    @Test
    void textsOfCallersAreShownAsTextAndNeverAsMarkup() throws Exception {
        String reference = "X<b>" + Example.aReference();
        Example.anOrder(reference, Example.aMaterialWithBatches(1), 1);
        assertThat(get("/office/orders").body()).contains("X&lt;b&gt;").doesNotContain("X<b>");
    }

    @Test
    void aPostFromAnotherSiteIsRefused() throws Exception {
        HttpRequest foreign =
                HttpRequest.newBuilder(at("/admin/oracle/reset"))
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        assertThat(browser.send(foreign, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String fields)
            throws IOException, InterruptedException {
        return browser.send(form(path, fields), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest form(String path, String fields) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    private static URI at(String path) {
        return URI.create(Example.SIMULATOR.address() + path);
    }
}
