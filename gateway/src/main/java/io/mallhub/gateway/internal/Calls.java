package io.mallhub.gateway.internal;

import io.mallhub.binding.CalledFlows.Closed;
import io.mallhub.binding.Deliveries;
import io.mallhub.binding.Deliveries.Brought;
import io.mallhub.binding.Deliveries.Fate;
import io.mallhub.binding.Deliveries.FlowClosed;
import io.mallhub.binding.Pickups;
import io.mallhub.binding.Pickups.There;
import io.mallhub.connectors.Exchange;
import io.mallhub.gateway.ClientRight;
import io.mallhub.gateway.wire.RecordResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The way of every call once it is known who calls: may it, what becomes of each record. */
@Component
public class Calls {
    private static final Duration SHORTLY = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int TRIES = 3;
    private static final int MOST_FETCHED = 100;

    private final Deliveries deliveries;
    private final WireRecords wire;
    private final CallRates rates;
    private final CallLog log;
    private final ReplyWords words;
    private final GatewaySettings settings;

    Calls(
            Deliveries deliveries,
            WireRecords wire,
            CallRates rates,
            CallLog log,
            ReplyWords words,
            GatewaySettings settings) {
        this.deliveries = deliveries;
        this.wire = wire;
        this.rates = rates;
        this.log = log;
        this.words = words;
        this.settings = settings;
    }

    /** To be asked first, once for every call. */
    public void admit(Caller caller) {
        rates.wait(caller)
                .ifPresent(
                        wait -> {
                            throw CallRefused.until(429, "calls.too-many", "", wait);
                        });
    }

    /**
     * Takes records in their order.
     *
     * @param records each may throw {@link RecordRefused}, when it can't even be read
     * @return what became of each, in the same order
     * @throws CallRefused when none was looked at
     */
    public <W> List<RecordResult> bring(
            Caller caller, Operation<W> operation, List<Supplier<W>> records, Locale language) {
        check(caller, operation.right(), records.size());
        List<Line<W>> lines = new ArrayList<>();
        for (Supplier<W> record : records) {
            lines.add(read(operation, record));
        }
        List<Brought> brought = lines.stream().map(Line::brought).filter(Objects::nonNull).toList();
        Iterator<Fate> fates = taken(caller, operation, brought).iterator();
        List<RecordResult> results = new ArrayList<>();
        List<Exchange> said = new ArrayList<>();
        for (Line<W> line : lines) {
            Verdict verdict = line.refusal() == null ? Verdict.of(fates.next()) : line.refusal();
            RecordResult result = verdict.result(results.size() + 1, line.key(), words, language);
            results.add(result);
            if (!line.reference().isEmpty()) {
                said.add(
                        log.about(
                                caller, operation.name(), line.reference(), line.record(), result));
            }
        }
        log.keep(said);
        return results;
    }

    private <W> Line<W> read(Operation<W> operation, Supplier<W> record) {
        W read;
        try {
            read = record.get();
        } catch (RecordRefused e) {
            return new Line<>(null, "", "", null, Verdict.of(e));
        }
        String key = Objects.requireNonNullElse(operation.key().apply(read), "");
        String reference = Objects.requireNonNullElse(operation.reference().apply(read), "");
        try {
            Brought brought = operation.canonical().apply(wire, read);
            return new Line<>(read, key, reference, brought, null);
        } catch (RecordRefused e) {
            return new Line<>(read, key, reference, null, Verdict.of(e));
        }
    }

    /** Whatever the database broke off for another call is done again as a whole. */
    private List<Fate> taken(Caller caller, Operation<?> operation, List<Brought> brought) {
        for (int attempt = 1; ; attempt++) {
            try {
                return deliveries.take(caller.connection(), operation.flow(), brought);
            } catch (ConcurrencyFailureException e) {
                if (attempt == TRIES) {
                    throw CallRefused.until(503, "mall.busy", "", SHORTLY);
                }
            } catch (DataAccessException | TransactionException e) {
                log.broken(caller, operation.name(), e);
                throw CallRefused.until(503, "mall.away", "", LATER);
            } catch (FlowClosed e) {
                throw closed(e);
            }
        }
    }

    private static CallRefused closed(FlowClosed e) {
        return switch (e.closed()) {
            case Closed.Off _ -> CallRefused.because(403, "flow.off", "");
            case Closed.Paused paused -> CallRefused.until(503, "flow.paused", paused.why(), LATER);
        };
    }

    private void check(Caller caller, ClientRight right, int records) {
        if (!caller.may(right)) {
            throw CallRefused.because(403, "right.missing", right.name());
        }
        if (records > settings.records()) {
            throw CallRefused.because(413, "records.too-many", String.valueOf(settings.records()));
        }
    }

    /**
     * @param most null for the usual number
     */
    public <P, W> Handed<W> fetch(Caller caller, Fetching<P, W, ?> kind, @Nullable Integer most) {
        check(caller, kind.right(), 0);
        if (most != null && (most < 1 || most > MOST_FETCHED)) {
            throw CallRefused.because(400, "fetch.most", String.valueOf(MOST_FETCHED));
        }
        try {
            Pickups.Fetched<P> fetched =
                    kind.shelf().fetch(caller.connection(), most == null ? MOST_FETCHED / 2 : most);
            List<W> records = fetched.parcels().stream().map(kind.wire()).toList();
            String operation = kind.name() + "/fetch";
            log.keep(
                    records.stream()
                            .map(
                                    it ->
                                            log.about(
                                                    caller,
                                                    operation,
                                                    kind.reference().apply(it),
                                                    null,
                                                    it))
                            .toList());
            return new Handed<>(fetched.until(), fetched.more(), records);
        } catch (Pickups.NotFetching e) {
            throw CallRefused.because(409, "fetch.not-here", "");
        } catch (FlowClosed e) {
            throw closed(e);
        }
    }

    /**
     * @param until records not confirmed by then are handed out again
     * @param more others are ready
     */
    public record Handed<W>(Instant until, boolean more, List<W> records) {}

    /** Each by itself. */
    public <C> List<RecordResult> confirm(
            Caller caller, Fetching<?, ?, C> kind, List<Supplier<C>> records, Locale language) {
        check(caller, kind.right(), records.size());
        String operation = kind.name() + "/confirmations";
        List<RecordResult> results = new ArrayList<>();
        for (Supplier<C> record : records) {
            String key = "";
            Verdict verdict;
            C read = null;
            try {
                read = record.get();
                key = Objects.requireNonNullElse(kind.confirmed().apply(read), "");
                verdict = confirmed(caller, kind, read);
            } catch (RecordRefused e) {
                verdict = Verdict.of(e);
            }
            RecordResult result = verdict.result(results.size() + 1, key, words, language);
            results.add(result);
            if (read != null && !key.isEmpty()) {
                log.keep(List.of(log.about(caller, operation, key, read, result)));
            }
        }
        return results;
    }

    private <C> Verdict confirmed(Caller caller, Fetching<?, ?, C> kind, C confirmation) {
        There there = kind.there().apply(wire, confirmation);
        return switch (kind.shelf().confirm(caller.connection(), there)) {
            case Pickups.Confirmation.Confirmed done ->
                    done.stillWanted()
                            ? Verdict.TAKEN
                            : Verdict.taken("order.ended", there.erpNumber());
            case Pickups.Confirmation.Unknown _ ->
                    Verdict.refused("order.unknown", there.reference());
            case Pickups.Confirmation.OtherNumber other ->
                    Verdict.refused("order.other-number", other.known());
            case Pickups.Confirmation.CustomerTaken taken ->
                    Verdict.refused("customer.taken", taken.customerCode());
        };
    }

    /** One record on its way. */
    private record Line<W>(
            @Nullable W record,
            String key,
            String reference,
            @Nullable Brought brought,
            @Nullable Verdict refusal) {}
}
