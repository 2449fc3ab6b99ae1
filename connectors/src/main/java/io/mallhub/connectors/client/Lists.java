package io.mallhub.connectors.client;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpFault.DataInvalid;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.definition.Paging;
import io.mallhub.connectors.mapping.Fields;
import io.mallhub.connectors.mapping.Fields.BadFields;
import io.mallhub.connectors.mapping.ReplyLanguage;
import io.mallhub.connectors.mapping.TimeFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads lists page by page. */
final class Lists {
    private final Caller caller;
    private final TimeFormat times;

    Lists(Caller caller, TimeFormat times) {
        this.caller = caller;
        this.times = times;
    }

    <T> ErpPage<T> page(Operation operation, Cursor since, int limit, Function<Fields, T> record) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        int size = Math.min(limit, operation.paging().largest());
        return switch (operation.paging().kind()) {
            case KEYSET -> keyset(operation, since, size, record);
            case PAGE, OFFSET -> walk(operation, Walk.at(since, size), record);
            case TOKEN, LINK -> byNext(operation, Walk.at(since, size), record);
            case NONE -> whole(operation, since, size, record);
        };
    }

    private <T> ErpPage<T> keyset(
            Operation operation, Cursor since, int limit, Function<Fields, T> record) {
        return read(
                operation,
                variables(operation, since.changedAt(), since.key(), limit, 0, 0),
                rows -> {
                    Cursor last = rows.last();
                    Cursor next = last == null ? since : last;
                    boolean more = rows.more(limit);
                    if (more && next.equals(since)) {
                        throw new DataInvalid(
                                "the ERP says there is more but gives no place to go on from",
                                null);
                    }
                    return new ErpPage<>(() -> rows.read(record, caller::masked), next, more);
                });
    }

    private <T> ErpPage<T> walk(Operation operation, Walk walk, Function<Fields, T> record) {
        boolean byPage = operation.paging().kind() == Paging.Kind.PAGE;
        int page = byPage ? operation.paging().first() + walk.read() : 0;
        return read(
                operation,
                variables(
                        operation, walk.since(), "", walk.limit(), page, byPage ? 0 : walk.read()),
                rows -> {
                    Walk on = walk.on(byPage ? 1 : rows.all().size(), rows.latest());
                    boolean more = rows.more(walk.limit()) && !rows.all().isEmpty();
                    return new ErpPage<>(
                            () -> rows.read(record, caller::masked),
                            more ? on.under() : on.done(),
                            more);
                });
    }

    private <T> ErpPage<T> byNext(Operation operation, Walk walk, Function<Fields, T> record) {
        Map<String, String> variables = variables(operation, walk.since(), "", walk.limit(), 0, 0);
        boolean byLink = operation.paging().kind() == Paging.Kind.LINK;
        variables.put("next", byLink ? "" : walk.next());
        return caller.call(
                operation,
                variables,
                byLink ? walk.next() : "",
                "",
                answer -> {
                    Page rows = rows(operation, answer);
                    String next = rows.next();
                    if (!next.isEmpty() && next.equals(walk.next())) {
                        throw new DataInvalid(
                                "the ERP gives the same page as next one again: " + next, null);
                    }
                    Walk on = walk.on(1, rows.latest()).to(next);
                    return new ErpPage<>(
                            () -> rows.read(record, caller::masked),
                            next.isEmpty() ? on.done() : on.under(),
                            !next.isEmpty());
                });
    }

    private <T> ErpPage<T> whole(
            Operation operation, Cursor since, int limit, Function<Fields, T> record) {
        return read(
                operation,
                variables(operation, since.changedAt(), "", limit, 0, 0),
                rows -> {
                    Walk all = new Walk(since.changedAt(), limit, 0, since.changedAt(), "");
                    return new ErpPage<>(
                            () -> rows.read(record, caller::masked),
                            all.on(0, rows.latest()).done(),
                            false);
                });
    }

    /** All records of a search; a bad one makes the whole answer unsure. */
    <T> List<T> find(
            Operation operation,
            Map<String, ?> values,
            String reference,
            Function<Fields, T> record) {
        return caller.call(
                operation,
                values,
                reference,
                answer -> {
                    ErpPage.Records<T> read = rows(operation, answer).read(record, caller::masked);
                    if (!read.bad().isEmpty()) {
                        throw new DataInvalid(read.bad().getFirst().reason(), null);
                    }
                    return read.good();
                });
    }

    private <T> T read(Operation operation, Map<String, ?> values, Function<Page, T> reading) {
        return caller.call(operation, values, "", answer -> reading.apply(rows(operation, answer)));
    }

    static Page rows(Operation operation, Answer answer) {
        return switch (answer) {
            case Answer.NothingFound n -> new Page(operation, null, List.of());
            case Answer.Success s ->
                    new Page(operation, s.document(), s.document().records(operation.records()));
        };
    }

    private Map<String, String> variables(
            Operation operation,
            @Nullable Instant since,
            String after,
            int limit,
            int page,
            int offset) {
        Map<String, String> variables = new HashMap<>();
        variables.put(
                "since", since == null ? "" : times.format(since.minus(operation.paging().back())));
        variables.put("after", after);
        variables.put("limit", Integer.toString(limit));
        variables.put("page", Integer.toString(page));
        variables.put("offset", Integer.toString(offset));
        variables.put("next", "");
        return variables;
    }

    /** The records of one reply. */
    record Page(
            Operation operation,
            ReplyLanguage.@Nullable Document document,
            List<ReplyLanguage.Record> all) {

        /** Empty after the last page. */
        String next() {
            String next = document == null ? null : document.text(operation.paging().next());
            return next == null ? "" : next.strip();
        }

        boolean more(int limit) {
            return document != null && !operation.more().isEmpty()
                    ? document.holds(operation.more())
                    : all.size() >= limit;
        }

        /** Place of the last record that has one, good or bad; null where none has. */
        @Nullable Cursor last() {
            for (int record = all.size() - 1; record >= 0; record--) {
                Cursor place = place(all.get(record));
                if (place != null) {
                    return place;
                }
            }
            return null;
        }

        /** Latest time of a record that has a place. */
        @Nullable Instant latest() {
            Instant latest = null;
            for (ReplyLanguage.Record record : all) {
                Cursor place = place(record);
                Instant at = place == null ? null : place.changedAt();
                if (at != null) {
                    latest = latest == null || at.isAfter(latest) ? at : latest;
                }
            }
            return latest;
        }

        private @Nullable Cursor place(ReplyLanguage.Record record) {
            Fields place = record.fields(operation.place());
            String key = place.text("key");
            Instant at = place.instantOrNull("changedAt");
            return at == null || key.isEmpty() ? null : new Cursor(at, key);
        }

        /**
         * @param masked hides secrets in what is kept of bad ones
         */
        <T> ErpPage.Records<T> read(Function<Fields, T> reading, UnaryOperator<String> masked) {
            List<T> good = new ArrayList<>(all.size());
            List<ErpPage.BadRecord> bad = new ArrayList<>();
            for (ReplyLanguage.Record record : all) {
                try {
                    good.add(reading.apply(record.fields(operation.map())));
                } catch (BadFields e) {
                    bad.add(
                            new ErpPage.BadRecord(
                                    record.fields(operation.place()).text("key"),
                                    masked.apply(record.payload()),
                                    masked.apply(String.valueOf(e.getMessage()))));
                }
            }
            return new ErpPage.Records<>(good, bad);
        }
    }
}
