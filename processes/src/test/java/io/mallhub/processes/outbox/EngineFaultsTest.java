package io.mallhub.processes.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.OrderSubmitted;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.fixture.Engine;
import io.mallhub.processes.fixture.ProcessTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows 7 to 10 and 22 of the fault matrix, as far as they need no kill of the hub itself. */
class EngineFaultsTest extends ProcessTest {
    private final String number = newNumber("SO");

    @Autowired private JdbcClient jdbc;
    @Autowired private EngineCommands commands;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private CommandQueue queue;
    @Autowired private ProcessSettings settings;

    /** What a hub that dies after its commit leaves behind: a row, and a lease that runs out. */
    @Test
    void aCommandThatACrashedNodeHadTakenIsSentByAnother() {
        jdbc.sql(
                        """
                        INSERT INTO engine_command (command_key, message, correlation_key,
                            variables, time_to_live, attempts, due_at)
                        VALUES (?, 'order-submitted', ?, ?::jsonb, 60000, 1,
                            clock_timestamp() + interval '2 seconds')
                        """)
                .params("order-submitted/" + number, number, startVariables())
                .update();

        awaitElement(number, "await-acceptance");
        eventually(() -> assertThat(open()).isZero());
    }

    @Test
    void aRolledBackOrderTellsTheEngineNothing() {
        assertThatThrownBy(
                        () ->
                                new TransactionTemplate(transactions)
                                        .executeWithoutResult(
                                                t -> {
                                                    commands.tell(start(number));
                                                    throw new IllegalStateException("rolled back");
                                                }))
                .hasMessage("rolled back");

        assertThat(told()).isZero();
    }

    /** Row 22: ids have a gap while the transaction with the lower one is open. */
    @Test
    void aCommandWhoseTransactionEndsAfterThatOfALaterOneIsSentToo() {
        String later = number + "-later";

        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        open -> {
                            commands.tell(start(number));
                            alone().executeWithoutResult(other -> commands.tell(start(later)));
                            awaitElement(later, "await-acceptance");
                        });

        awaitElement(number, "await-acceptance");
        assertThat(idOf(number)).isLessThan(idOf(later));
        assertThat(instances.about(number)).hasSize(1);
        assertThat(instances.about(later)).hasSize(1);
    }

    private TransactionTemplate alone() {
        TransactionTemplate alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return alone;
    }

    private long idOf(String order) {
        return jdbc.sql("SELECT id FROM engine_command WHERE correlation_key = ?")
                .param(order)
                .query(Long.class)
                .single();
    }

    @Test
    void aCommandOutsideATransactionIsAMistake() {
        assertThatThrownBy(() -> commands.tell(start(number)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStartThatIsRepeatedAfterTheEngineForgotItMakesNoSecondInstance() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");

        // As a client that timed out and does not know, long after: another message id, and none.
        client.newPublishMessageCommand()
                .messageName(OrderApproval.SUBMITTED)
                .correlationKey("other-" + number)
                .messageId("again/" + number)
                .variables(startVariables())
                .send()
                .join();

        eventually(
                () ->
                        assertThat(instances.about(number))
                                .extracting(row -> row.state())
                                .containsExactlyInAnyOrder(State.ACTIVE, State.COMPLETED));
        assertThat(erp.pushes.get(number)).hasValue(1);
    }

    @Test
    void aMessageTheOutboxSendsTwiceIsTakenOnce() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");

        // The node died after the engine took it and before it wrote that down.
        jdbc.sql(
                        """
                        UPDATE engine_command SET done_at = NULL, due_at = clock_timestamp()
                        WHERE command_key = ?
                        """)
                .param("order-submitted/" + number)
                .update();

        eventually(() -> assertThat(open()).isZero());
        assertThat(instances.about(number)).hasSize(1);
    }

    @Test
    void anEventThatIsReplayedAfterCompletionIsRejectedByTheInbox() {
        mall.submit(number);
        mall.erpAccepts(number);
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);

        mall.publish(new OrderSubmitted(number));
        mall.erpShips(number, "D1", true);

        assertThat(told()).isEqualTo(3);
        assertThat(open()).isZero();
        assertThat(instances.about(number)).hasSize(1);
    }

    @Test
    void ordersAreTakenWhileTheBrokerIsDeadAndTheBacklogDrainsExactlyOnce() {
        List<String> numbers = IntStream.range(0, 30).mapToObj(n -> number + "-" + n).toList();

        Engine.BROKER.kill();
        numbers.forEach(mall::submit);
        Engine.BROKER.awaitReturn();

        eventually(() -> assertThat(erp.commits).containsAll(numbers));
        numbers.forEach(n -> awaitElement(n, "await-acceptance"));
        long committed = numbers.stream().filter(erp.commits::contains).count();
        long instancesOfThem = numbers.stream().mapToLong(n -> instances.about(n).size()).sum();
        System.out.printf(
                "broker killed: %d submitted, %d lost, %d twice, %d unexpected%n",
                numbers.size(),
                numbers.size() - committed,
                instancesOfThem - numbers.size(),
                erp.commits.stream()
                        .filter(n -> n.startsWith(number + "-") && !numbers.contains(n))
                        .count());
        assertThat(committed).isEqualTo(30);
        assertThat(instancesOfThem).isEqualTo(30);
    }

    @Test
    void twoNodesNeverLeaseTheSameCommand() {
        jdbc.sql(
                        """
                        INSERT INTO engine_command
                            (command_key, message, correlation_key, variables, time_to_live)
                        SELECT 'lease/' || ? || '/' || n, 'nobody-listens', ?, '{}', 0
                        FROM generate_series(1, 200) n
                        """)
                .params(number, number)
                .update();

        List<Long> taken =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(n -> queue.lease(50, Duration.ofMinutes(1)))
                        .flatMap(List::stream)
                        .map(LeasedCommand::id)
                        .toList();

        assertThat(taken).doesNotHaveDuplicates();
        queue.done(taken);
    }

    private long open() {
        return count("AND done_at IS NULL");
    }

    private long told() {
        return count("");
    }

    private long count(String more) {
        return jdbc.sql("SELECT count(*) FROM engine_command WHERE correlation_key = ? " + more)
                .param(number)
                .query(Long.class)
                .single();
    }

    private EngineCommand start(String n) {
        return new EngineCommand(
                OrderApproval.SUBMITTED + "/" + n,
                OrderApproval.SUBMITTED,
                n,
                Map.of(OrderApproval.ORDER_NUMBER, n, "timing", settings.order().timing()),
                Duration.ofMinutes(1));
    }

    private String startVariables() {
        return """
               {"orderNumber":"%s","timing":{"approval":"PT8H","problem":"PT4H",
               "acceptance":"PT4H","shipment":"PT72H","licenceRecheck":"0 5 16 * * *"}}
               """
                .formatted(number);
    }
}
