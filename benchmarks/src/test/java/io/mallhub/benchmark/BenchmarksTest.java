package io.mallhub.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a few rows, so only what is counted means anything; the times mean nothing. */
class BenchmarksTest {
    private static final Sizes FEW = new Sizes(4, 40, 4);

    @Test
    void everyBenchmarkRunsBesideItsReferenceAndItsCountsAddUp() throws Exception {
        Report report =
                Benchmarks.run(
                        FEW,
                        List.of("submit", "process", "load"),
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));

        assertThat(report.results())
                .extracting(Result::flow)
                .containsExactly(
                        "order submit, 5 lines, 1 thread(s)",
                        "order submit, 5 lines, 2 thread(s)",
                        "order process, 4 orders, all steps automatic",
                        "product full load, 40 records, SOAP",
                        "stock full load, 40 records, SOAP",
                        "product full load, 40 records, REST",
                        "stock full load, 40 records, REST");
        assertThat(report.results())
                .allSatisfy(
                        result -> {
                            assertThat(result.measured()).isPositive();
                            assertThat(result.referenceMeasured()).isPositive();
                        });
    }
}
