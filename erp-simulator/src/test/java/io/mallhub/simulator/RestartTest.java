package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.simulator.fixture.TestSimulator;
import io.mallhub.simulator.kernel.Operation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second start on the same database. */
class RestartTest {

    @Test
    void nothingIsLoadedAgainAndNothingIsForgotten() throws Exception {
        TestSimulator first = TestSimulator.start("--simulator.materials=50");
        new RestClient(first.address())
                .post(
                        "/api/customers",
                        Map.of("wbbh", "C-1", "khmc", "康宁", "shxydm", "91350100M000100Y43"));
        first.admin().post("/admin/materials/JK.09.000001/price", Map.of("price", "9.99"));
        first.close();

        try (TestSimulator second =
                TestSimulator.start(first.database(), "--simulator.materials=60")) {
            assertThat(second.admin().get("/admin/status").get("materials").asInt()).isEqualTo(50);
            assertThat(second.admin().get("/admin/status").get("customers").asInt())
                    .isEqualTo(4373);
            assertThat(second.admin().commits(Operation.CREATE_CUSTOMER)).containsEntry("C-1", 1);
            assertThat(
                            new RestClient(second.address())
                                    .get("/api/goods?limit=50")
                                    .get("data")
                                    .get("rows")
                                    .get(49)
                                    .get("bzj")
                                    .asString())
                    .isEqualTo("9.990000");
        }
    }
}
