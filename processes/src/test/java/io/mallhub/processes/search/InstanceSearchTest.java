package io.mallhub.processes.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.processes.HeatMaps;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.InstanceSearch.Cursor;
import io.mallhub.processes.InstanceSearch.VariableCondition;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.Trial;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InstanceSearchTest extends ProcessTest {
    @Autowired private InstanceSearch search;
    @Autowired private HeatMaps heat;
    private final String number = newNumber("FIND");
    private Trial trial;
    private long key;

    @BeforeEach
    void oneInstanceIsStuck() {
        trial = new Trial(client);
        key =
                trial.start(
                        number,
                        Map.of("erp", "away", "note", "warehouse 7 east", "amount", 1234.5));
        eventually(() -> assertThat(found(null, null, null, null, true, null, null)).contains(key));
    }

    @AfterEach
    void theWorkerIsClosed() {
        trial.close();
    }

    @Test
    void anInstanceIsFoundByEverythingPeopleKnowOfIt() {
        assertThat(found(number.substring(0, 14), null, null, null, false, null, null))
                .contains(key);
        assertThat(found("" + key, null, null, null, false, null, null)).containsExactly(key);
        assertThat(found(null, "大药房" + number, null, null, false, null, null)).containsExactly(key);
        assertThat(found(number, null, State.ACTIVE, "step", false, null, null))
                .containsExactly(key);
        assertThat(found(number, null, State.ACTIVE, "wait", false, null, null)).isEmpty();
        assertThat(found(null, null, null, null, false, number + ": erp unavail", null))
                .containsExactly(key);
        assertThat(found(number, null, State.COMPLETED, null, false, null, null)).isEmpty();
    }

    @Test
    void anInstanceIsFoundByTheNumberThatTheErpGave() {
        for (String name : new String[] {"erpNumber", "erpCustomerNumber", "voucherNumber"}) {
            String erp = "XS/" + name + "/" + number;
            client.newSetVariablesCommand(key).variables(Map.of(name, erp)).send().join();

            eventually(
                    () ->
                            assertThat(found(erp, null, null, null, false, null, null))
                                    .containsExactly(key));
            assertThat(found(erp.substring(1), null, null, null, false, null, null)).isEmpty();
        }
    }

    @Test
    void theProcessOfAnOrderIsFoundByTheNumberTheErpGaveIt() {
        String order = newNumber("SO");
        mall.order(order).erpNumber = "XSDD-" + order;
        mall.submit(order);
        awaitElement(order, "await-acceptance");
        long process = instances.about(order).getFirst().key();

        assertThat(found("XSDD-" + order, null, null, null, false, null, null))
                .containsExactly(process);
        assertThat(found("XSDD-0", null, null, null, false, null, null)).isEmpty();
    }

    @Test
    void anInstanceIsFoundByTheValueOfAVariable() {
        assertThat(by(new VariableCondition.Is("note", "warehouse 7 east"))).contains(key);
        assertThat(by(new VariableCondition.Is("amount", "1234.5"))).contains(key);
        assertThat(by(new VariableCondition.Is("amount", "1234"))).doesNotContain(key);
        assertThat(by(new VariableCondition.Contains("note", "7 EAST"))).contains(key);
        assertThat(by(new VariableCondition.Contains("note", "8 east"))).doesNotContain(key);
        assertThat(by(between("1234", "1235"))).contains(key);
        assertThat(by(between("1235", null))).doesNotContain(key);
    }

    @Test
    void timesAreCutWhereTheyWereAskedFor() {
        Instant later = Instant.now().plus(Duration.ofDays(400));
        Criteria none =
                new Criteria(
                        null, null, null, number, null, null, false, null, null, null, later, null);
        assertThat(search.find(none, null, 10).items()).isEmpty();
        Criteria before =
                new Criteria(
                        null, null, null, number, null, null, false, null, null, null, null, later);
        assertThat(search.find(before, null, 10).items()).hasSize(1);
    }

    @Test
    void slicesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 0; i < 5; i++) {
            trial.start(number + "-" + i, "ok");
        }
        Criteria mine = Criteria.ofNumber(number);
        eventually(() -> assertThat(search.count(mine, 100)).isEqualTo(6));

        List<Long> keys = new ArrayList<>();
        @Nullable Cursor next = null;
        do {
            var slice = search.find(mine, next == null ? null : Cursor.of(next.toString()), 2);
            keys.addAll(slice.items().stream().map(InstanceRow::key).toList());
            next = slice.next();
        } while (next != null);

        assertThat(keys).isEqualTo(search.keys(mine, 100)).doesNotHaveDuplicates().hasSize(6);
        assertThat(search.count(mine, 3)).isEqualTo(3);
        assertThatThrownBy(() -> Cursor.of("x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHeatMapCountsTokensIncidentsAndDurations() {
        trial.start(number + "-h", "ok");
        awaitElement(number + "-h", "wait");
        long definition = instances.instance(key).orElseThrow().definitionKey();

        eventually(
                () ->
                        assertThat(heat.heat(definition, Instant.now().minusSeconds(600)))
                                .anySatisfy(
                                        one -> {
                                            assertThat(one.element()).isEqualTo("step");
                                            assertThat(one.tokens()).isPositive();
                                            assertThat(one.incidents()).isPositive();
                                            assertThat(one.left()).isPositive();
                                            assertThat(one.p95())
                                                    .isGreaterThanOrEqualTo(one.median());
                                        }));
        assertThat(heat.version(definition).orElseThrow().stuck()).isPositive();
        assertThat(heat.versions()).anyMatch(v -> v.definitionKey() == definition);
    }

    private static VariableCondition between(String from, @Nullable String to) {
        return new VariableCondition.Between(
                "amount", new BigDecimal(from), to == null ? null : new BigDecimal(to));
    }

    private List<Long> by(VariableCondition condition) {
        return search.keys(
                new Criteria(
                        null, null, null, null, null, null, false, null, null, condition, null,
                        null),
                100);
    }

    private List<Long> found(
            @Nullable String byNumber,
            @Nullable String customer,
            @Nullable State state,
            @Nullable String element,
            boolean incidents,
            @Nullable String incidentText,
            @Nullable String group) {
        return search
                .find(
                        new Criteria(
                                null,
                                null,
                                state,
                                byNumber,
                                customer,
                                element,
                                incidents,
                                incidentText,
                                group,
                                null,
                                null,
                                null),
                        null,
                        200)
                .items()
                .stream()
                .map(InstanceRow::key)
                .toList();
    }
}
