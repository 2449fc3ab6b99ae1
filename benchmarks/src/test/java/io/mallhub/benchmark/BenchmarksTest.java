package io.mallhub.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a few rows: each benchmark checks its counts; the times mean nothing. */
class BenchmarksTest {
    private static final Sizes FEW = new Sizes(4, 40, 4, 4000, 200);

    @Test
    void submitsAddUp() throws Exception {
        assertThatItMeasures(
                "submit",
                "order submit, 5 lines, 1 thread(s)",
                "order submit, 5 lines, 2 thread(s)");
    }

    @Test
    void theUnitsOfAFlashSaleAddUp() throws Exception {
        assertThatItMeasures(
                "flash",
                "flash sale, taking a unit, 8 threads",
                "flash sale, whole orders of one line, 8 threads");
    }

    @Test
    void processesAddUp() throws Exception {
        assertThatItMeasures("process", "order process, 4 orders, all steps automatic");
    }

    @Test
    void loadsOverBothProtocolsAddUp() throws Exception {
        assertThatItMeasures(
                "load",
                "product full load, 40 records, SOAP, heap after its first part",
                "stock full load, 40 records, SOAP, heap after its first part",
                "product full load, 40 records, SOAP",
                "stock full load, 40 records, SOAP",
                "products with their stock, 40, SOAP",
                "product full load, 40 records, REST, heap after its first part",
                "stock full load, 40 records, REST, heap after its first part",
                "product full load, 40 records, REST",
                "stock full load, 40 records, REST",
                "products with their stock, 40, REST");
    }

    @Test
    void deltasOfSmallAndLargeMallsAddUp() throws Exception {
        assertThatItMeasures("delta", "delta of 50 in 200 products");
    }

    @Test
    void recordsBroughtByCallsAddUp() throws Exception {
        assertThatItMeasures(
                "inbound",
                "SOAP inbound, 100 stock records a call, 2 threads",
                "the same, beside an echo that upserts");
    }

    @Test
    void theExporterCatchesUp() throws Exception {
        assertThatItMeasures("exporter", "exporter, 4 instances");
    }

    @Test
    void operatorsPagesFindWhatWasFilledIn() throws Exception {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

        assertThat(Benchmarks.run(FEW, List.of("cockpit"), nowhere).results()).hasSize(40);
    }

    @Test
    void theRulesOfAPromotionApplyInEveryDeal() throws Exception {
        String flow = "promotions, 20 lines, 500 rules of which 50 apply";
        assertThatItMeasures("promotion", flow, flow, "promotions, 200 lines, the same rules");
    }

    private static void assertThatItMeasures(String benchmark, String... flows) throws Exception {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

        List<Result> results = Benchmarks.run(FEW, List.of(benchmark), nowhere).results();

        assertThat(results).extracting(Result::flow).containsExactly(flows);
        assertThat(results)
                .allSatisfy(
                        result -> {
                            assertThat(result.measured()).isPositive();
                            assertThat(result.referenceMeasured()).isPositive();
                        });
    }
}
