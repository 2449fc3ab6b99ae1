package io.mallhub.processes.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The outbox as seen by those who have something to tell. */
@Component
public class EngineCommands {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CommandDispatcher dispatcher;

    EngineCommands(JdbcClient jdbc, JsonMapper json, CommandDispatcher dispatcher) {
        this.jdbc = jdbc;
        this.json = json;
        this.dispatcher = dispatcher;
    }

    /**
     * Joins the caller's transaction: the command exists exactly when the change it tells of does.
     * A key seen before changes nothing.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void tell(EngineCommand command) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(command.key() + " needs the transaction of its event");
        }
        jdbc.sql(
                        """
                        INSERT INTO engine_command
                            (command_key, message, correlation_key, variables, time_to_live)
                        VALUES (:key, :message, :correlation, :variables::jsonb, :ttl)
                        ON CONFLICT (command_key) DO NOTHING
                        """)
                .param("key", command.key())
                .param("message", command.message())
                .param("correlation", command.correlationKey())
                .param("variables", json.writeValueAsString(command.variables()))
                .param("ttl", command.timeToLive().toMillis())
                .update();
        wakeAfterCommit();
    }

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        dispatcher.wake();
                    }
                });
    }
}
