package io.mallhub.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CheckFindingTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void aFindingOfAnOlderReportKeepsItsWords() {
        CheckFinding read =
                JSON.readValue(
                        """
                        {"check":"expiry","subject":"BUSINESS_LICENCE","result":"PASSED",
                         "evidence":"until 2028-12-31"}
                        """,
                        CheckFinding.class);

        assertThat(read.evidence()).isEqualTo("until 2028-12-31");
        assertThat(read.values()).isEmpty();
    }

    @Test
    void aFindingIsKeptWithItsValues() {
        CheckFinding finding =
                new CheckFinding(
                        "expiry",
                        "BUSINESS_LICENCE",
                        CheckFinding.Result.PASSED,
                        "check.evidence.until",
                        List.of("2028-12-31"));

        assertThat(JSON.readValue(JSON.writeValueAsString(finding), CheckFinding.class))
                .isEqualTo(finding);
    }
}
