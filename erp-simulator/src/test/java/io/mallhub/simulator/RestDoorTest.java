package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.simulator.kernel.Operation;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who and what gets through the REST door. */
class RestDoorTest {

    @Test
    void withoutTheRightKeyNothingIsAnswered() throws Exception {
        RestClient stranger = new RestClient(Example.SIMULATOR.address(), "guess");
        HttpResponse<String> response = stranger.send("GET", "/api/goods", null);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(JsonMapper.shared().readTree(response.body()).get("code").asInt())
                .isEqualTo(9401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=5001",
                "limit=x",
                "since=x",
                "after=JK.01.000006",
                "page=0",
                "page=2147483647&limit=5000",
                "page=1&since=0&after=A"
            })
    void aListCallThatMakesNoSenseIsABadRequest(String query) throws Exception {
        assertBad(Example.REST.send("GET", "/api/goods?" + query, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "{}",
                "{\"wbdh\":\"R\",\"khbm\":\"KH000002\"}",
                "{\"wbdh\":\"\",\"khbm\":\"KH000002\",\"mx\":[]}",
                "{\"wbdh\":\"R\",\"khbm\":\"KH000002\",\"mx\":[null]}",
                "{\"wbdh\":\"R\",\"khbm\":\"KH000002\",\"mx\":[{\"hh\":1}]}",
                "{\"wbdh\":\"R\",\"khbm\":\"KH000002\",\"mx\":[{\"hh\":1,\"wlbm\":\"X\",\"sl\":\"1e999999999\",\"dj\":\"1\",\"je\":\"1\"}]}",
                "{\"wbdh\":\"R\",\"khbm\":\"KH000002\",\"mx\":[{\"hh\":1,\"wlbm\":\"X\",\"sl\":\"0.0000001\",\"dj\":\"1\",\"je\":\"1\"}]}",
                "{\"wbdh\":\"R\\u0000\",\"khbm\":\"KH000002\",\"mx\":[]}"
            })
    void anOrderThatCannotBeReadIsABadRequestAndLeavesNothing(String body) throws Exception {
        int before = Example.ADMIN.commits(Operation.CREATE_ORDER).size();
        assertBad(Example.REST.send("POST", "/api/orders", body));
        assertThat(Example.ADMIN.commits(Operation.CREATE_ORDER)).hasSize(before);
    }

    @Test
    void anOrderOfTheLargestFiguresIsRefusedOrTakenButNeverBreaks() throws Exception {
        String body =
                "{\"wbdh\":\"R-LARGE\",\"khbm\":\"KH000002\",\"mx\":[{\"hh\":1,\"wlbm\":\"JK.01.000006\",\"sl\":\"999999999999\",\"dj\":\"999999999999\",\"je\":\"999999999999\"}]}";
        HttpResponse<String> response = Example.REST.send("POST", "/api/orders", body);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(response.body()).get("code").asInt())
                .isEqualTo(4004);
    }

    @Test
    void pageNumbersWalkTheListToo() throws Exception {
        JsonNode first = Example.REST.get("/api/customers?page=1&limit=10").get("data").get("rows");
        JsonNode second = Example.REST.get("/api/customers?page=2&limit=5").get("data").get("rows");
        assertThat(second.get(0).get("khbm")).isEqualTo(first.get(5).get("khbm"));
    }

    private static void assertBad(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(response.body()).get("code").asInt())
                .isEqualTo(9400);
    }
}
