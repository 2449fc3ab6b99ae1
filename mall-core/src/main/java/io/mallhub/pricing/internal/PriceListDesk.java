package io.mallhub.pricing.internal;

import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.RowReading;
import io.mallhub.pricing.internal.PriceListTable.Stored;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.shared.Step;
import io.mallhub.shared.Viewer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class PriceListDesk implements PriceLists {
    private final PriceListTable lists;
    private final ListPublishing publishing;
    private final WaitingImports imports;
    private final PriceReads prices;
    private final ListAudit audit;
    private final Clock clock;

    PriceListDesk(
            PriceListTable lists,
            ListPublishing publishing,
            WaitingImports imports,
            PriceReads prices,
            ListAudit audit,
            Clock clock) {
        this.lists = lists;
        this.publishing = publishing;
        this.imports = imports;
        this.prices = prices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Outcome open(Terms asked, Actor by) {
        Terms terms = ListTerms.clean(asked);
        Optional<String> problem = ListTerms.problem(terms, by);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        PriceList list =
                lists.add(new Key(lists.nextNumber(), 1), terms, by, clock.instant()).list();
        audit.record(list, "open-price-list", "", by, ListTerms.said(terms));
        return new Outcome.Done(list);
    }

    @Override
    public Outcome change(Key key, int seen, Terms asked, Actor by) {
        Terms terms = ListTerms.clean(asked);
        Optional<String> problem = ListTerms.problem(terms, by);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        Stored draft = lists.lock(key).orElse(null);
        String objection = ListPublishing.objection(draft, seen);
        if (draft == null || objection != null) {
            return new Outcome.Refused(Objects.requireNonNull(objection));
        }
        lists.change(draft.id(), terms);
        return changed(draft, "change-price-list", ListTerms.said(terms), by);
    }

    @Override
    public Outcome revise(String number, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return new Outcome.Refused("price-list.not-staff");
        }
        List<Stored> versions = lists.lockVersions(number);
        if (versions.isEmpty()) {
            return new Outcome.Refused("price-list.unknown");
        }
        if (versions.stream().anyMatch(it -> it.list().isDraft())) {
            return new Outcome.Refused("price-list.draft-exists");
        }
        PriceList latest = versions.getFirst().list();
        Key next = new Key(number, latest.key().version() + 1);
        Stored draft = lists.add(next, latest.terms(), by, clock.instant());
        lists.copyRows(versions.getFirst().id(), draft.id());
        return changed(draft, "revise-price-list", Map.of(), by);
    }

    @Override
    public Outcome setRow(Key key, Row row, Actor by) {
        return putRows(key, List.of(row), false, by);
    }

    @Override
    public Outcome removeRow(Key key, ProductId product, Quantity from, Actor by) {
        Stored draft = lists.lock(key).orElse(null);
        String objection = objection(draft, by);
        if (draft == null || objection != null) {
            return new Outcome.Refused(Objects.requireNonNull(objection));
        }
        lists.removeRow(draft.id(), product, from);
        return changed(
                draft,
                "remove-price-list-row",
                Map.of("product", product.toString(), "from", from.toString()),
                by);
    }

    @Override
    public Outcome putRows(Key key, Collection<Row> rows, boolean replaces, Actor by) {
        Stored draft = lists.lock(key).orElse(null);
        String objection = objection(draft, by);
        if (draft == null || objection != null) {
            return new Outcome.Refused(Objects.requireNonNull(objection));
        }
        return put(draft, rows, replaces, by);
    }

    private Outcome put(Stored draft, Collection<Row> rows, boolean replaces, Actor by) {
        if (rows.stream().anyMatch(row -> !row.from().isPositive())) {
            return new Outcome.Refused("price-list.row");
        }
        Map<List<Object>, Row> each = new LinkedHashMap<>();
        rows.forEach(row -> each.put(place(row), row));
        if (count(draft, each.keySet(), replaces) > MOST_ROWS) {
            return new Outcome.Refused("price-list.too-many-rows");
        }
        if (replaces) {
            lists.clearRows(draft.id());
        }
        lists.putRows(draft.id(), each.values());
        Map<String, String> details =
                rows.size() == 1
                        ? said(rows.iterator().next())
                        : Map.of(
                                "rows", Integer.toString(each.size()),
                                "replaces", Boolean.toString(replaces));
        return changed(draft, "put-price-list-rows", details, by);
    }

    /** Before anything is written: a refusal leaves nothing behind. */
    private int count(Stored draft, Set<List<Object>> places, boolean replaces) {
        if (replaces || draft.list().rows() + places.size() <= MOST_ROWS) {
            return places.size();
        }
        Set<List<Object>> all = places(lists.rows(draft.id()));
        all.addAll(places);
        return all.size();
    }

    @Override
    public Outcome publish(Key list, int seen, String reason, Actor by) {
        return publishing.publish(list, seen, Set.of(), reason, by);
    }

    @Override
    public Outcome publish(Key list, int seen, Set<Integer> drops, String reason, Actor by) {
        return publishing.publish(list, seen, drops, reason, by);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PriceList> dropped(Key list) {
        return publishing.dropped(list);
    }

    @Override
    public Outcome withdraw(Key list, String reason, Actor by) {
        return publishing.withdraw(list, reason, by);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PriceList> find(Key list) {
        return lists.find(list).map(Stored::list);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PriceList> versions(String number) {
        return lists.versions(number).stream().map(Stored::list).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Step> steps(String number) {
        return lists.steps().of(number);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<PriceList> page(ListQuery query, PageRequest page) {
        return lists.page(query, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Row> rows(Key list, @Nullable ProductId product, PageRequest page) {
        return lists.rows(list, product, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(Key key, Viewer viewer) {
        Stored list = lists.find(key).orElse(null);
        if (list == null) {
            return new Preview(List.of());
        }
        List<Row> rows = lists.rows(list.id());
        LocalDate day = publishing.firstDay(list.list());
        Map<ProductId, ProductPrices> known =
                prices.candidates(viewer, rows.stream().map(Row::product).distinct().toList(), day);
        return new Preview(
                ListChanges.of(list.list(), rows, gone(list.list(), rows, day), known, day));
    }

    /** Of the version that holds on that day; none where this one is no draft any more. */
    private List<Row> gone(PriceList list, List<Row> rows, LocalDate day) {
        Set<List<Object>> places = places(rows);
        return lists.versions(list.key().number()).stream()
                .filter(it -> list.isDraft() && it.list().holds(day))
                .findFirst()
                .map(it -> lists.rows(it.id()))
                .orElse(List.of())
                .stream()
                .filter(row -> !places.contains(place(row)))
                .toList();
    }

    private static Set<List<Object>> places(Collection<Row> rows) {
        return rows.stream().map(PriceListDesk::place).collect(Collectors.toSet());
    }

    private static List<Object> place(Row row) {
        return List.of(row.product(), row.from());
    }

    @Override
    public ImportOutcome take(Key key, ImportFile file, Map<String, ProductId> known, Actor by) {
        Stored draft = lists.lock(key).orElse(null);
        String objection = objection(draft, by);
        if (draft == null || objection != null) {
            return new ImportOutcome.Refused(Objects.requireNonNull(objection));
        }
        if (file.rows().size() > MOST_ROWS) {
            return new ImportOutcome.Refused("price-list.too-many-rows");
        }
        RowReading reading = RowReading.of(file.rows(), known);
        if (reading.good().isEmpty() && reading.errors().isEmpty()) {
            return new ImportOutcome.Refused("price-import.empty");
        }
        if (!reading.errors().isEmpty()) {
            imports.keep(draft.id(), file, by, clock.instant());
            audit.record(
                    draft.list(),
                    "keep-price-import",
                    "",
                    by,
                    Map.of(
                            "good", Integer.toString(reading.good().size()),
                            "bad", Integer.toString(reading.bad())));
            return new ImportOutcome.Waits(reading.good().size(), reading.bad());
        }
        return taken(draft, reading, file.replaces(), by);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WaitingImport> waiting(Key list) {
        return lists.find(list).flatMap(it -> imports.of(it.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isWaiting(Key list) {
        return lists.find(list).filter(it -> imports.waits(it.id())).isPresent();
    }

    @Override
    public ImportOutcome takeGood(Key key, Map<String, ProductId> known, Actor by) {
        Stored draft = lists.lock(key).orElse(null);
        String objection = objection(draft, by);
        if (draft == null || objection != null) {
            return new ImportOutcome.Refused(Objects.requireNonNull(objection));
        }
        Optional<WaitingImport> waiting = imports.of(draft.id());
        if (waiting.isEmpty()) {
            return new ImportOutcome.Refused("price-import.none");
        }
        ImportFile file = waiting.get().file();
        RowReading reading = RowReading.of(file.rows(), known);
        return reading.good().isEmpty()
                ? new ImportOutcome.Refused("price-import.empty")
                : taken(draft, reading, file.replaces(), by);
    }

    private ImportOutcome taken(Stored draft, RowReading reading, boolean replaces, Actor by) {
        return switch (put(draft, reading.good(), replaces, by)) {
            case Outcome.Refused refused -> new ImportOutcome.Refused(refused.why());
            case Outcome.Done _ -> {
                imports.forget(draft.id());
                yield new ImportOutcome.Taken(reading.good().size(), reading.bad());
            }
        };
    }

    @Override
    public void forgetImport(Key list, Actor by) {
        Stored draft = lists.lock(list).orElse(null);
        if (draft != null && imports.forget(draft.id())) {
            audit.record(draft.list(), "forget-price-import", "", by, Map.of());
        }
    }

    private static @Nullable String objection(@Nullable Stored draft, Actor by) {
        return by.kind() == Actor.Kind.STAFF
                ? ListPublishing.objection(draft, draft == null ? 0 : draft.list().edit())
                : "price-list.not-staff";
    }

    private Outcome changed(Stored draft, String action, Map<String, String> details, Actor by) {
        PriceList list = lists.touched(draft.id(), by, clock.instant());
        audit.record(list, action, "", by, details);
        return new Outcome.Done(list);
    }

    private static Map<String, String> said(Row row) {
        return Map.of(
                "product", row.product().toString(),
                "from", row.from().toString(),
                "price", row.price().toString());
    }
}
