package io.mallhub.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.MallTest;
import io.mallhub.shared.RuleRevisions.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class RuleRevisionsTest {
    @Autowired RuleRevisions revisions;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    private final List<Integer> reads = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SALE            | UPDATE mandatory_document SET requirement = requirement
                    SALE            | UPDATE sale_rule SET scope_code = scope_code
                    SALE            | DELETE FROM seller_licence WHERE number = 'none'
                    VISIBILITY      | UPDATE visibility_rule SET ended_by = 'x' WHERE id = -1
                    PAYMENT_METHODS | DELETE FROM payment_method_rule WHERE id = -1
                    SHARING         | INSERT INTO distribution_terms (enabled, window_days, reason, by_id, by_name, at) VALUES (false, 7, 'tried', 'a', 'a', now())
                    FLASH_SALES     | UPDATE flash_occurrence SET closed_at = now() WHERE sale = 'none'
                    PROMOTIONS      | UPDATE promotion_revision SET revision = revision + 1
                    """)
    void aChangeOfRulesDrawsANewMarkForTheirKindAlone(Kind kind, String change) {
        // given
        var before = marks();

        // when
        jdbc.sql(change).update();

        // then
        assertThat(marks()).filteredOn(mark -> !before.contains(mark)).hasSize(1);
        assertThat(marks())
                .filteredOn(mark -> mark.kind() == kind)
                .doesNotContainAnyElementsOf(before);
    }

    @Test
    void takingFromAFlashSaleIsNoChangeOfRules() {
        var before = marks();

        jdbc.sql("UPDATE flash_occurrence SET taken = taken, backed = backed").update();

        assertThat(marks()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void rulesAreReadOnceUntilTheyChange() {
        KeptRules<Integer> kept = kept();

        // when
        Optional<Integer> first = looking(kept);
        Optional<Integer> second = looking(kept);
        change();
        Optional<Integer> third = looking(kept);

        // then
        assertThat(first).hasValue(1);
        assertThat(second).hasValue(1);
        assertThat(third).hasValue(2);
    }

    @Test
    void aTransactionKeepsWhatItHasSeenAndOneInsideItSeesWhatIsNew() {
        KeptRules<Integer> kept = kept();

        transaction(TransactionDefinition.PROPAGATION_REQUIRED)
                .executeWithoutResult(
                        _ -> {
                            revisions.look();
                            assertThat(kept.asSeen()).hasValue(1);
                            transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW)
                                    .executeWithoutResult(
                                            _ -> {
                                                assertThat(kept.asSeen()).isEmpty();
                                                change();
                                            });
                            assertThat(kept.asSeen()).hasValue(1);
                        });

        assertThat(looking(kept)).hasValue(2);
    }

    @Test
    void whoHasNotLookedIsToldNothing() {
        KeptRules<Integer> kept = kept();
        looking(kept);

        Optional<Integer> later =
                transaction(TransactionDefinition.PROPAGATION_REQUIRED).execute(_ -> kept.asSeen());

        assertThat(later).isEmpty();
        assertThatThrownBy(revisions::look).isInstanceOf(IllegalStateException.class);
    }

    private KeptRules<Integer> kept() {
        return new KeptRules<>(
                revisions,
                Kind.VISIBILITY,
                () -> {
                    reads.add(reads.size() + 1);
                    return reads.size();
                });
    }

    private Optional<Integer> looking(KeptRules<Integer> kept) {
        return transaction(TransactionDefinition.PROPAGATION_REQUIRED)
                .execute(
                        _ -> {
                            revisions.look();
                            return kept.asSeen();
                        });
    }

    private void change() {
        jdbc.sql("UPDATE visibility_rule SET ended_by = ended_by").update();
    }

    private List<RuleRevisions.Mark> marks() {
        return jdbc.sql(RuleRevisions.ALL).query(RuleRevisions.Mark::of).list();
    }

    private TransactionTemplate transaction(int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
