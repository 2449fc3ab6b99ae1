package io.mallhub.binding.internal;

import static io.mallhub.binding.internal.Columns.text;

import io.mallhub.connectors.Exchange;
import io.mallhub.shared.Instants;
import java.sql.Types;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes every exchange in a transaction of its own. A call that reached the ERP must not fail
 * because its log line could not be kept: the line then goes to the program's log, without bodies.
 */
@Component
class ExchangeRecorder implements Consumer<Exchange> {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeRecorder.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    ExchangeRecorder(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void accept(Exchange exchange) {
        record(exchange);
    }

    /**
     * @return its id in the message log; empty when it could not be kept
     */
    Optional<Long> record(Exchange exchange) {
        try {
            return Optional.ofNullable(
                    own.execute(
                            status -> {
                                long id = insert(exchange);
                                noteAnswer(exchange);
                                return id;
                            }));
        } catch (DataAccessException | TransactionException e) {
            LOG.error(
                    "Message not kept: {} {} {} status {} at {} fault {}",
                    exchange.connection(),
                    exchange.operation(),
                    exchange.reference(),
                    exchange.status(),
                    exchange.at(),
                    exchange.fault(),
                    e);
            return Optional.empty();
        }
    }

    private long insert(Exchange exchange) {
        return jdbc.sql(
                        """
                        insert into message_log (connection, operation, reference, url, request,
                                                 response, status, at, took_ms, fault)
                        values (:connection, :operation, :reference, :url, :request,
                                :response, :status, :at, :took, :fault)
                        returning id
                        """)
                .param("connection", exchange.connection())
                .param("operation", exchange.operation())
                .param("reference", exchange.reference())
                .param("url", exchange.url())
                .param("request", text(exchange.request()))
                .param("response", text(exchange.response()))
                .param("status", exchange.status())
                .param("at", Instants.parameter(exchange.at()))
                .param("took", exchange.took().toMillis())
                .param(
                        "fault",
                        exchange.fault() == null ? null : text(exchange.fault()),
                        Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    private void noteAnswer(Exchange exchange) {
        if (exchange.status() > 0) {
            jdbc.sql(
                            "update erp_connection set last_answer = :at where name = :name"
                                    + " and (last_answer is null"
                                    + " or last_answer < :at::timestamptz - interval '1 second')")
                    .param("at", Instants.parameter(exchange.at()))
                    .param("name", exchange.connection())
                    .update();
        }
    }
}
