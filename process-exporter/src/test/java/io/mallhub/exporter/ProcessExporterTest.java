package io.mallhub.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.mallhub.runtime.fixture.TestBroker;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProcessExporterTest {

    private static ReadModelDatabase database;
    private static TestBroker broker;
    private static Engine engine;

    @BeforeAll
    static void start() {
        TestDatabase empty = TestPostgres.newDatabase();
        ReadModelDatabase.migrate(empty);
        database = new ReadModelDatabase(empty);
        broker = TestBroker.start(TestBroker.exporterInto(empty, "orderNumber"));
        engine = new Engine(broker);
        engine.deploy("trial.bpmn");
    }

    @AfterAll
    static void end() {
        engine.close();
        broker.close();
    }

    @Test
    void theDiagramOfADeployedProcessIsKept() {
        database.awaitCount(1, "SELECT count(*) FROM engine.process_definition");

        assertThat(database.row("SELECT * FROM engine.process_definition"))
                .containsEntry("process_id", "trial")
                .containsEntry("version", 1)
                .containsEntry("resource_name", "trial.bpmn")
                .containsEntry("deleted", false)
                .extractingByKey("bpmn_xml")
                .asString()
                .contains("name=\"试单\"");
    }

    @Test
    void anInstanceIsFoundByItsBusinessNumberWithItsTokensPathAndVariables() {
        long key = startTrial("SO-1");
        database.awaitCount(
                1, "SELECT count(*) FROM engine.job WHERE process_instance_key = ?", key);

        assertThat(
                        database.row(
                                "SELECT * FROM engine.process_instance WHERE business_number = 'SO-1'"))
                .containsEntry("key", key)
                .containsEntry("process_id", "trial")
                .containsEntry("version", 1)
                .containsEntry("state", "ACTIVE")
                .containsEntry("subject", "康宁\"大药房\"")
                .containsEntry("parent_instance_key", null)
                .containsEntry("ended_at", null);
        assertThat(
                        database.texts(
                                "SELECT element_id FROM engine.element_instance WHERE process_instance_key = ? AND state = 'ACTIVE'",
                                key))
                .containsExactly("work");
        assertThat(
                        database.texts(
                                "SELECT flow_id FROM engine.sequence_flow WHERE process_instance_key = ?",
                                key))
                .containsExactly("to-work");
        assertThat(
                        database.texts(
                                "SELECT process_instance_key FROM engine.variable WHERE name = 'orderNumber' AND left(value, 100) = left(?, 100) AND value = ?",
                                "\"SO-1\"",
                                "\"SO-1\""))
                .containsExactly(Long.toString(key));
    }

    @Test
    void aFailedJobAndItsIncidentShowUntilTheyAreRepaired() {
        long key = startTrial("SO-2");
        ActivatedJob job = activateJobOf(key);
        engine.client
                .newFailCommand(job)
                .retries(0)
                .errorMessage("ERP said \0 nothing")
                .send()
                .join();
        String openIncidents =
                "SELECT count(*) FROM engine.incident WHERE process_instance_key = ? AND state = 'OPEN'";
        database.awaitCount(1, openIncidents, key);

        Map<String, Object> incident =
                database.row("SELECT * FROM engine.incident WHERE process_instance_key = ?", key);
        assertThat(incident)
                .containsEntry("element_id", "work")
                .containsEntry("error_type", "JOB_NO_RETRIES")
                .containsEntry("error_message", "ERP said \uFFFD nothing")
                .containsEntry("job_key", job.getKey());
        assertThat(database.row("SELECT * FROM engine.job WHERE key = ?", job.getKey()))
                .containsEntry("state", "FAILED")
                .containsEntry("retries", 0)
                .containsEntry("worker", "tester")
                .containsEntry("error_message", "ERP said \uFFFD nothing");

        engine.client.newUpdateRetriesCommand(job).retries(1).send().join();
        engine.client
                .newResolveIncidentCommand(
                        database.count(
                                "SELECT key FROM engine.incident WHERE process_instance_key = ?",
                                key))
                .send()
                .join();
        engine.client.newCompleteCommand(activateJobOf(key)).send().join();

        database.awaitCount(0, openIncidents, key);
        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.job WHERE key = ? AND state = 'COMPLETED'",
                job.getKey());
    }

    @Test
    void aUserTaskShowsItsGroupsDatesPriorityAndAssignee() {
        long key = startTrial("SO-3");
        long task = advanceToReview(key);

        assertThat(
                        database.row(
                                "SELECT *, candidate_groups::text AS groups FROM engine.user_task WHERE key = ?",
                                task))
                .containsEntry("element_id", "review")
                .containsEntry("process_id", "trial")
                .containsEntry("state", "OPEN")
                .containsEntry("priority", 70)
                .containsEntry("groups", "{sales,finance}")
                .containsEntry("assignee", null)
                .containsEntry("due_at", Timestamp.from(Instant.parse("2027-01-01T19:04:05Z")));
        assertThat(
                        database.row(
                                "SELECT * FROM engine.waiting WHERE process_instance_key = ? AND open",
                                key))
                .containsEntry("kind", "TIMER")
                .containsEntry("element_id", "late")
                .hasEntrySatisfying("due_at", due -> assertThat(due).isNotNull());

        String assignee =
                "SELECT count(*) FROM engine.user_task WHERE key = ? AND assignee = 'li.na'";
        engine.client.newUserTaskAssignCommand(task).assignee("li.na").send().join();
        database.awaitCount(1, assignee, task);
        engine.client.newUserTaskUnassignCommand(task).send().join();
        database.awaitCount(0, assignee, task);
        engine.client
                .newUserTaskCompleteCommand(task)
                .variables(Map.of("approved", true))
                .send()
                .join();
        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.user_task WHERE key = ? AND state = 'COMPLETED'",
                task);
    }

    @Test
    void anInstanceWaitsForItsMessageAndCompletesWithAllItsPath() {
        long key = startTrial("SO-4");
        engine.client.newUserTaskCompleteCommand(advanceToReview(key)).send().join();
        String waiting =
                "SELECT count(*) FROM engine.waiting WHERE process_instance_key = ? AND open AND kind = 'MESSAGE'";
        database.awaitCount(1, waiting, key);
        assertThat(
                        database.row(
                                "SELECT * FROM engine.waiting WHERE process_instance_key = ? AND open",
                                key))
                .containsEntry("message_name", "paid")
                .containsEntry("correlation_key", "SO-4")
                .containsEntry("element_id", "wait");

        engine.client
                .newPublishMessageCommand()
                .messageName("paid")
                .correlationKey("SO-4")
                .send()
                .join();

        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.process_instance WHERE key = ? AND state = 'COMPLETED'",
                key);
        assertThat(database.count(waiting, key)).isZero();
        assertThat(
                        database.texts(
                                "SELECT flow_id FROM engine.sequence_flow WHERE process_instance_key = ? ORDER BY taken_at, pos",
                                key))
                .containsExactly("to-work", "to-review", "to-wait", "to-end");
        assertThat(
                        database.count(
                                "SELECT count(*) FROM engine.element_instance WHERE process_instance_key = ? AND (ended_at IS NULL OR started_at IS NULL OR state <> 'COMPLETED')",
                                key))
                .isZero();
    }

    @Test
    void aCanceledInstanceHasNoOpenEnds() {
        long key = startTrial("SO-5");
        long task = advanceToReview(key);

        engine.client.newCancelInstanceCommand(key).send().join();

        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.process_instance WHERE key = ? AND state = 'CANCELED'",
                key);
        assertThat(database.row("SELECT * FROM engine.user_task WHERE key = ?", task))
                .containsEntry("state", "CANCELED");
        assertThat(
                        database.count(
                                "SELECT count(*) FROM engine.waiting WHERE process_instance_key = ? AND open",
                                key))
                .isZero();
    }

    @Test
    void aChangedVariableShowsItsLatestValue() {
        long key = startTrial("SO-6");
        engine.client
                .newSetVariablesCommand(key)
                .variables(Map.of("amount", "larger"))
                .send()
                .join();

        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.variable WHERE process_instance_key = ? AND name = 'amount' AND value = '\"larger\"'",
                key);
        assertThat(
                        database.count(
                                "SELECT count(*) FROM engine.variable WHERE process_instance_key = ? AND name = 'amount'",
                                key))
                .isEqualTo(1);
    }

    @Test
    void everyValueOfAVariableIsKeptWithTheCommandThatBroughtIt() {
        long key = startTrial("SO-7");
        ActivatedJob job = activateJobOf(key);
        engine.client.newCompleteCommand(job).variables(Map.of("amount", 13)).send().join();
        engine.client
                .newSetVariablesCommand(key)
                .variables(Map.of("amount", 14))
                .operationReference(4711)
                .send()
                .join();
        String history =
                "FROM engine.variable_change v WHERE v.process_instance_key = ? AND v.name = 'amount'";
        database.awaitCount(3, "SELECT count(*) " + history, key);

        assertThat(database.texts("SELECT v.value " + history + " ORDER BY position", key))
                .containsExactly("12.5", "13", "14");
        assertThat(
                        database.texts(
                                "SELECT j.type FROM engine.variable_change v JOIN engine.job j USING (process_instance_key, source_position) WHERE v.process_instance_key = ? AND v.value = '13'",
                                key))
                .containsExactly("trial.work");
        assertThat(
                        database.texts(
                                "SELECT v.operation_reference " + history + " AND v.value = '14'",
                                key))
                .containsExactly("4711");
    }

    @Test
    void publishedMessagesShowWhomTheyReachedAndWhenTheyExpired() {
        long key = startTrial("SO-8");
        engine.client.newUserTaskCompleteCommand(advanceToReview(key)).send().join();
        publish("paid", "SO-8");
        publish("paid", "SO-nobody");

        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.message_correlation c JOIN engine.message m ON m.key = c.message_key WHERE c.process_instance_key = ? AND c.element_id = 'wait' AND m.correlation_key = 'SO-8'",
                key);
        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.message WHERE correlation_key = 'SO-nobody' AND state = 'EXPIRED' AND expired_at IS NOT NULL AND published_at IS NOT NULL");
    }

    @Test
    void movingATokenLeavesItsReference() {
        long key = startTrial("SO-9");
        activateJobOf(key);
        engine.client
                .newModifyProcessInstanceCommand(key)
                .activateElement("wait")
                .operationReference(4712)
                .send()
                .join();

        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.operation WHERE reference = 4712 AND kind = 'PROCESS_INSTANCE_MODIFICATION' AND process_instance_key = ?",
                key);
    }

    /** The engine itself leaves the task as it is. */
    @Test
    void aTaskWhoseTokenWasMovedAwayWaitsForNobody() {
        long key = startTrial("SO-10");
        long task = advanceToReview(key);
        long element =
                database.count(
                        "SELECT element_instance_key FROM engine.user_task WHERE key = ?", task);

        engine.client
                .newModifyProcessInstanceCommand(key)
                .activateElement("review")
                .and()
                .terminateElement(element)
                .send()
                .join();

        String open =
                "SELECT count(*) FROM engine.user_task WHERE process_instance_key = ? AND state = 'OPEN' AND element_instance_key ";
        database.awaitCount(1, open + "<> ?", key, element);
        database.awaitCount(0, open + "= ?", key, element);
        assertThat(database.row("SELECT * FROM engine.user_task WHERE key = ?", task))
                .containsEntry("state", "CANCELED")
                .hasEntrySatisfying("ended_at", ended -> assertThat(ended).isNotNull());
    }

    @Test
    void anIdleExporterSaysThatItIsAlive() {
        long before = database.count("SELECT extract(epoch FROM now())::bigint");
        database.awaitCount(
                1,
                "SELECT count(*) FROM engine.exporter_position WHERE alive_at > exported_at AND alive_at >= to_timestamp(?)",
                before);
    }

    private static void publish(String name, String correlationKey) {
        engine.client
                .newPublishMessageCommand()
                .messageName(name)
                .correlationKey(correlationKey)
                .timeToLive(Duration.ZERO)
                .send()
                .join();
    }

    private static long startTrial(String number) {
        return engine.start(
                "trial",
                Map.of("orderNumber", number, "customerName", "康宁\"大药房\"", "amount", 12.5));
    }

    private static ActivatedJob activateJobOf(long instance) {
        ActivatedJob job = engine.activate("trial.work");
        while (job.getProcessInstanceKey() != instance) {
            job = engine.activate("trial.work");
        }
        return job;
    }

    private static long advanceToReview(long instance) {
        engine.client.newCompleteCommand(activateJobOf(instance)).send().join();
        String task = "FROM engine.user_task WHERE process_instance_key = ?";
        database.awaitCount(1, "SELECT count(*) " + task, instance);
        return database.count("SELECT key " + task, instance);
    }
}
