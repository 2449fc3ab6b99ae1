package io.mallhub.connectors.client;

import io.mallhub.connectors.ErpClient.Created;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.mapping.Canonical;
import io.mallhub.connectors.mapping.Fields;
import io.mallhub.connectors.mapping.ReplyLanguage.UnreadableReply;
import io.mallhub.connectors.mapping.Shape;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.SecretMask;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads replies that came earlier as if they came now: the same judgement, the same mapping. */
final class Rereading {
    private static final HttpHeaders NONE = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final Definition definition;
    private final Clock clock;

    Rereading(Definition definition, Clock clock) {
        this.definition = definition;
        this.clock = clock;
    }

    OperationTrial of(Exchange logged) {
        Optional<Operation> operation = definition.operation(logged.operation());
        if (operation.isEmpty()) {
            return faulty(logged, "the definition has no operation '" + logged.operation() + "'");
        }
        try {
            return read(operation.get(), logged);
        } catch (ErpFault | SessionExpired | UnreadableReply e) {
            return faulty(logged, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static OperationTrial faulty(Exchange logged, String fault) {
        return new OperationTrial(List.of(logged), List.of(), false, fault);
    }

    private OperationTrial read(Operation operation, Exchange logged) {
        Answer answer =
                new ReplyJudge(definition, clock, new SecretMask(List.of()))
                        .judge(
                                new HttpOutcome.Replied(logged.status(), NONE, new byte[0]),
                                logged.response(),
                                operation.kind().writes());
        Function<Fields, ?> reading = reading(operation.kind().shape());
        if (reading == null) {
            return new OperationTrial(List.of(logged), List.of(), false, null);
        }
        ErpPage.Records<?> rows =
                Lists.rows(operation, answer)
                        .read(reading, UnaryOperator.identity()); // masked already
        return new OperationTrial(
                List.of(logged), MappedRecords.of(rows.good(), rows.bad()), false, null);
    }

    /** Null where an operation gives no records. */
    private @Nullable Function<Fields, ?> reading(Shape shape) {
        if (shape == Shape.PRODUCT) {
            return Canonical::product;
        } else if (shape == Shape.STOCK) {
            return fields -> Canonical.stock(fields, definition.formats().times().zone());
        } else if (shape == Shape.CUSTOMER) {
            return Canonical::customer;
        } else if (shape == Shape.ORDER_STATUS) {
            return Canonical::orderStatus;
        } else if (shape == Shape.RETURN_STATUS) {
            return Canonical::returnStatus;
        } else if (shape == Shape.VOUCHER_STATUS) {
            return Canonical::voucherStatus;
        } else if (shape == Shape.CREATED) {
            return Rereading::created;
        }
        return null;
    }

    private static Created created(Fields fields) {
        Instant time = fields.instantOrNull("time");
        return fields.sure(new Created(fields.key("code"), time == null ? Instant.EPOCH : time));
    }
}
