package io.mallhub.binding.internal;

import static io.mallhub.binding.internal.Columns.text;

import io.mallhub.binding.MessageKeeping;
import io.mallhub.connectors.Exchange;
import io.mallhub.shared.Instants;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes exchanges outside of the caller's transaction. A call that reached the ERP must not fail
 * because its log line could not be kept: the line then goes to the program's log, without bodies.
 */
@Component
class ExchangeRecorder implements MessageKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeRecorder.class);

    private static final String INSERT =
            """
            with answered as (
                update erp_connection set last_answer = :at
                 where name = :connection and :status > 0
                   and (last_answer is null
                        or last_answer < :at::timestamptz - interval '1 second'))
            insert into message_log (connection, operation, reference, url, request, response,
                                     status, at, took_ms, fault)
            select :connection, :operation, :reference, :url, :request, :response, :status::int,
                   :at::timestamptz, :took::bigint, :fault
            """;

    private static final String KEEP = INSERT + " returning id";

    /**
     * What tells of lists does not wait for the disc. It is in the database at once, and on the
     * disc with the next commit of anything else, or within a second.
     */
    private static final String KEEP_CALMLY =
            INSERT
                    + " from (select set_config('synchronous_commit', 'off', true)) as calm"
                    + " returning id";

    private final NamedParameterJdbcOperations jdbc;
    private final TransactionTemplate alone;
    private final TransactionTemplate together;

    ExchangeRecorder(NamedParameterJdbcOperations jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        alone = new TransactionTemplate(transactions);
        // One statement needs no transaction around it, which would be two more trips.
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        together = new TransactionTemplate(transactions);
        together.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void accept(Exchange exchange) {
        record(exchange);
    }

    /**
     * @return its id in the message log; empty when it could not be kept
     */
    Optional<Long> record(Exchange exchange) {
        String insert = exchange.reference().isEmpty() ? KEEP_CALMLY : KEEP;
        return kept(
                alone,
                List.of(exchange),
                () -> jdbc.queryForObject(insert, row(exchange), Long.class));
    }

    @Override
    public void keep(List<Exchange> exchanges) {
        if (exchanges.size() == 1) {
            record(exchanges.getFirst());
        } else if (!exchanges.isEmpty()) {
            MapSqlParameterSource[] rows =
                    exchanges.stream()
                            .map(ExchangeRecorder::row)
                            .toArray(MapSqlParameterSource[]::new);
            kept(together, exchanges, () -> jdbc.batchUpdate(INSERT, rows));
        }
    }

    private static <T> Optional<T> kept(
            TransactionTemplate how, List<Exchange> exchanges, Supplier<T> insert) {
        try {
            return Optional.ofNullable(how.execute(status -> insert.get()));
        } catch (DataAccessException | TransactionException e) {
            exchanges.forEach(exchange -> tell(exchange, e));
            return Optional.empty();
        }
    }

    private static void tell(Exchange exchange, RuntimeException why) {
        LOG.error(
                "Message not kept: {} {} {} status {} at {} fault {}",
                exchange.connection(),
                exchange.operation(),
                exchange.reference(),
                exchange.status(),
                exchange.at(),
                exchange.fault(),
                why);
    }

    private static MapSqlParameterSource row(Exchange exchange) {
        return new MapSqlParameterSource()
                .addValue("connection", exchange.connection())
                .addValue("operation", exchange.operation())
                .addValue("reference", exchange.reference())
                .addValue("url", exchange.url())
                .addValue("request", text(exchange.request()))
                .addValue("response", text(exchange.response()))
                .addValue("status", exchange.status())
                .addValue("at", Instants.parameter(exchange.at()))
                .addValue("took", exchange.took().toMillis())
                .addValue(
                        "fault",
                        exchange.fault() == null ? null : text(exchange.fault()),
                        Types.VARCHAR);
    }
}
