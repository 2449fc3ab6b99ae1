package io.mallhub.simulator.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.simulator.customer.Customer;
import io.mallhub.simulator.inventory.Batch;
import io.mallhub.simulator.material.Material;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the first load makes of the source files. */
class SeedTest {

    private static final Instant LOADED = Instant.parse("2026-03-01T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");

    @Test
    void theSameSeedMakesTheSameMaterialsAndAnotherSeedOthers() throws IOException {
        assertThat(materials(2005, 500)).isEqualTo(materials(2005, 500));
        assertThat(materials(2005, 500)).isNotEqualTo(materials(2006, 500));
        assertThat(batches(2005)).isEqualTo(batches(2005)).isNotEqualTo(batches(2006));
    }

    @Test
    void theListIsWholeAndKeepsItsDirt() throws IOException {
        List<DrugRow> drugs = SourceFiles.drugs();
        assertThat(drugs).hasSize(3141);
        assertThat(drugs.stream().filter(d -> d.drugCode().length() != 14)).hasSize(4);
        assertThat(drugs.stream().filter(d -> d.holderCn().matches("--|——"))).hasSize(29);
    }

    @Test
    void oneHundredThousandMaterialsHaveCodesOfTheirOwn() throws IOException {
        List<Material> materials = materials(2005, 100_000);
        Set<String> numbers = new HashSet<>();
        Set<String> generatedCodes = new HashSet<>();
        for (int n = 0; n < materials.size(); n++) {
            assertThat(numbers.add(materials.get(n).number())).isTrue();
            if (n >= 3141) {
                assertThat(generatedCodes.add(materials.get(n).drugCode())).isTrue();
            }
        }
        assertThat(generatedCodes).allMatch(code -> code.matches("868\\d{11}"));
    }

    @Test
    void pricesAndBatchesArePlausible() throws IOException {
        assertThat(materials(2005, 3141))
                .allSatisfy(
                        m -> {
                            assertThat(m.salePrice())
                                    .isBetween(BigDecimal.ONE, new BigDecimal(20_000));
                            assertThat(m.salePrice().scale()).isIn(2, 4);
                        });
        List<List<Batch>> batches = batches(2005);
        assertThat(batches.stream().filter(List::isEmpty).count()).isBetween(50L, 250L);
        assertThat(batches.stream().flatMap(List::stream))
                .allSatisfy(
                        b -> {
                            assertThat(b.validUntil()).isBetween("2026-04-01", "2029-12-31");
                            assertThat(b.quantity()).isPositive();
                        });
    }

    @Test
    void customersHaveValidTaxNumbersOfTheirOwn() throws IOException {
        List<RetailCustomer> sources = SourceFiles.customers();
        CustomerSeed seed = new CustomerSeed(2005, LOADED);
        List<Customer> customers =
                IntStream.range(0, sources.size())
                        .mapToObj(n -> seed.customer(n, sources.get(n)))
                        .toList();
        assertThat(customers).hasSize(4372);
        assertThat(customers.stream().map(Customer::taxNo).distinct()).hasSize(4372);
        assertThat(customers).allMatch(c -> checkIsRight(c.taxNo()));
        assertThat(customers.stream().filter(Customer::forbidden).count()).isBetween(1L, 200L);
    }

    @Test
    void publishedTaxNumbersPassTheCheckUsedHere() {
        assertThat(List.of("91350100M000100Y43", "91330100799655058B", "91110000MA0F16Q910"))
                .allMatch(SeedTest::checkIsRight);
    }

    /** GB 32100, written apart from the generator. */
    private static boolean checkIsRight(String code) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weights[i];
        }
        return code.length() == 18 && code.charAt(17) == alphabet.charAt((31 - sum % 31) % 31);
    }

    private static List<Material> materials(long seed, int count) throws IOException {
        MaterialSeed maker = new MaterialSeed(SourceFiles.drugs(), seed, LOADED, TODAY);
        return IntStream.range(0, count).mapToObj(maker::material).toList();
    }

    private static List<List<Batch>> batches(long seed) throws IOException {
        MaterialSeed maker = new MaterialSeed(SourceFiles.drugs(), seed, LOADED, TODAY);
        return IntStream.range(0, 3141).mapToObj(maker::batches).toList();
    }
}
