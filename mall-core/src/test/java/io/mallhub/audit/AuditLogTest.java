package io.mallhub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.MallTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class AuditLogTest {
    private static final Actor WHO = Actor.staff("zhang", "张三");

    @Autowired AuditLog audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired PlatformTransactionManager transactions;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void anEntryIsReadBackAsItWasWritten() {
        AuditEntry entry =
                new AuditEntry(
                        WHO,
                        "approve-order",
                        "order",
                        subject,
                        "额度\n\"内\"",
                        Map.of("a", "1", "b", "é"));
        audit.record(entry);

        Page<RecordedEntry> page = entries();

        assertThat(page.items()).extracting(RecordedEntry::entry).containsExactly(entry);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void anEntryExistsExactlyWhenItsTransactionCommits() {
        transaction.executeWithoutResult(
                status -> {
                    record("one");
                    status.setRollbackOnly();
                });
        assertThat(entries().total()).isZero();

        transaction.executeWithoutResult(
                status -> {
                    record("one");
                    record("two");
                    assertThat(entries().total()).isZero();
                });

        assertThat(entries().items())
                .extracting(recorded -> recorded.entry().action())
                .containsExactly("two", "one");
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void aTransactionInsideAnotherKeepsItsOwnEntries() {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        transaction.executeWithoutResult(
                outer -> {
                    record("outer");
                    own.executeWithoutResult(inner -> record("inner"));
                    outer.setRollbackOnly();
                });

        assertThat(entries().items())
                .extracting(recorded -> recorded.entry().action())
                .containsExactly("inner");
    }

    @Test
    void aReadOnlyTransactionHasNothingToRecord() {
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        assertThatThrownBy(() -> reading.executeWithoutResult(status -> record("odd")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyTransactionsAtOnceMakeOneUnbrokenChain() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> writers =
                    IntStream.range(0, 100)
                            .mapToObj(
                                    i ->
                                            (Callable<Void>)
                                                    () -> {
                                                        transaction.executeWithoutResult(
                                                                status -> {
                                                                    record("first-" + i);
                                                                    record("second-" + i);
                                                                });
                                                        return null;
                                                    })
                            .toList();
            for (Future<Void> one : pool.invokeAll(writers)) {
                one.get();
            }
        }

        assertThat(entries().total()).isEqualTo(200);
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteWhatWasRecorded() {
        record("kept");

        for (String change :
                List.of(
                        "update audit_entry set reason = 'other'",
                        "delete from audit_entry",
                        "truncate audit_entry",
                        "delete from audit_head",
                        "update audit_head set sequence = sequence - 1")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(audit.verify()).isEmpty();
    }

    @Test
    void anEditIsFound() {
        long second = threeEntries();

        assertThat(
                        afterTampering(
                                "update audit_entry set reason = 'harmless' where sequence = "
                                        + second))
                .hasValueSatisfying(
                        broken -> {
                            assertThat(broken.sequence()).isEqualTo(second);
                            assertThat(broken.why()).contains("edited");
                        });
    }

    @Test
    void anEditOfTheTimeTheActorOrTheDetailsIsFound() {
        long second = threeEntries();

        for (String change :
                List.of(
                        "at = at - interval '1 second'",
                        "actor_id = 'li'",
                        "actor_name = '李四'",
                        "actor_kind = 'BUYER'",
                        "subject = 'another'",
                        "details = '{ }'")) {
            assertThat(
                            afterTampering(
                                    "update audit_entry set %s where sequence = %d"
                                            .formatted(change, second)))
                    .as(change)
                    .isPresent();
        }
    }

    @Test
    void aDeletionIsFound() {
        long second = threeEntries();

        assertThat(afterTampering("delete from audit_entry where sequence = " + second))
                .hasValueSatisfying(broken -> assertThat(broken.why()).contains("missing"));
    }

    @Test
    void reorderingIsFound() {
        long second = threeEntries();

        assertThat(
                        afterTampering(
                                "update audit_entry set sequence = -1 where sequence = " + second,
                                "update audit_entry set sequence = %d where sequence = %d"
                                        .formatted(second, second + 1),
                                "update audit_entry set sequence = %d where sequence = -1"
                                        .formatted(second + 1)))
                .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(second));
    }

    @Test
    void aCutTailIsFound() {
        long second = threeEntries();

        assertThat(afterTampering("delete from audit_entry where sequence >= " + second))
                .hasValueSatisfying(broken -> assertThat(broken.why()).contains("cut"));
    }

    @Test
    void aCutTailWithTheHeadSetBackIsFound() {
        long second = threeEntries();

        assertThat(
                        afterTampering(
                                "delete from audit_entry where sequence > " + second,
                                """
                                update audit_head set sequence = %d,
                                    hash = (select hash from audit_entry where sequence = %d)
                                """
                                        .formatted(second, second)))
                .hasValueSatisfying(broken -> assertThat(broken.why()).contains("not signed"));
    }

    @Test
    void aLogSetBackToItsBeginningIsFound() {
        threeEntries();

        assertThat(afterTampering("update audit_head set sequence = 0, hash = '', signature = ''"))
                .isPresent();
    }

    @Test
    void thePageIsFilteredByEachQuestion() {
        record("one");

        assertThat(total(new AuditQuery("zhang", "thing", subject, "one"))).isEqualTo(1);
        assertThat(total(new AuditQuery("wang", "thing", subject, "one"))).isZero();
        assertThat(total(new AuditQuery("zhang", "order", subject, "one"))).isZero();
        assertThat(total(new AuditQuery("zhang", "thing", subject, "two"))).isZero();
    }

    private long total(AuditQuery query) {
        return audit.page(query, PageRequest.first(10)).total();
    }

    private Page<RecordedEntry> entries() {
        return audit.page(new AuditQuery(null, null, subject, null), PageRequest.first(200));
    }

    private void record(String action) {
        audit.record(AuditEntry.of(WHO, action, "thing", subject));
    }

    /** Returns the sequence of the second of them. */
    private long threeEntries() {
        record("one");
        record("two");
        record("three");
        return entries().items().get(1).sequence();
    }

    /** As someone who owns the database: triggers off, rolled back afterwards. */
    private Optional<BrokenLink> afterTampering(String... changes) {
        Optional<BrokenLink> found =
                transaction.execute(
                        status -> {
                            status.setRollbackOnly();
                            jdbc.sql("set local session_replication_role = replica").update();
                            for (String change : changes) {
                                assertThat(jdbc.sql(change).update()).isPositive();
                            }
                            return audit.verify();
                        });
        assertThat(audit.verify()).isEmpty();
        return found;
    }
}
