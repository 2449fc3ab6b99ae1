package io.mallhub.pricing.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Key;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceListState;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.pricing.RowReading;
import io.mallhub.pricing.internal.PriceListTable.Stored;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Reason;
import io.mallhub.shared.RegionCode;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class PriceListDesk implements PriceLists {
    private static final String SUBJECT = "price-list";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LEVEL = 60;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PriceListTable lists;
    private final WaitingImports imports;
    private final PriceReads prices;
    private final AuditLog audit;
    private final Clock clock;

    PriceListDesk(
            PriceListTable lists,
            WaitingImports imports,
            PriceReads prices,
            AuditLog audit,
            Clock clock) {
        this.lists = lists;
        this.imports = imports;
        this.prices = prices;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Outcome open(Terms asked, Actor by) {
        Terms terms = clean(asked);
        Optional<String> problem = problem(terms, by);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        PriceList list =
                lists.add(new Key(lists.nextNumber(), 1), terms, by, clock.instant()).list();
        audit(list, "open-price-list", "", by, said(terms));
        return new Outcome.Done(list);
    }

    @Override
    public Outcome change(Key key, int seen, Terms asked, Actor by) {
        Terms terms = clean(asked);
        Optional<String> problem = problem(terms, by);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        Stored draft = lists.lock(key).orElse(null);
        String objection = objection(draft, seen);
        if (draft == null || objection != null) {
            return new Outcome.Refused(Objects.requireNonNull(objection));
        }
        lists.change(draft.id(), terms);
        return changed(draft, "change-price-list", said(terms), by);
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
    public Outcome publish(Key key, int seen, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> unreasoned = reasonProblem(reason, by);
        if (unreasoned.isPresent()) {
            return new Outcome.Refused(unreasoned.get());
        }
        List<Stored> versions = lists.lockVersions(key.number());
        Stored draft =
                versions.stream()
                        .filter(it -> it.list().key().equals(key))
                        .findFirst()
                        .orElse(null);
        String objection = objection(draft, seen);
        if (draft == null || objection != null) {
            return new Outcome.Refused(Objects.requireNonNull(objection));
        }
        if (draft.list().rows() == 0) {
            return new Outcome.Refused("price-list.empty");
        }
        LocalDate until = draft.list().terms().validUntil();
        if (until != null && until.isBefore(today())) {
            return new Outcome.Refused("price-list.over");
        }
        LocalDate first = firstDay(draft.list());
        versions.stream()
                .filter(it -> it.list().state() == PriceListState.PUBLISHED)
                .forEach(it -> replace(it, first, reason, by));
        imports.forget(draft.id());
        lists.publish(draft.id(), clock.instant());
        note(key, "PUBLISHED", reason, by);
        audit(draft.list(), "publish-price-list", reason, by, said(draft.list().terms()));
        return done(key);
    }

    private void note(Key key, String what, String reason, Actor by) {
        lists.steps().note(key.number(), key.version(), what, reason, by, clock.instant());
    }

    /** It ends with the day before, as long as it has had a day by then. */
    private void replace(Stored old, LocalDate first, String reason, Actor by) {
        LocalDate from = old.list().terms().validFrom();
        LocalDate until = old.list().terms().validUntil();
        LocalDate last = first.minusDays(1);
        if (until != null && !until.isAfter(last)) {
            return;
        }
        if (from != null && from.isAfter(last)) {
            lists.withdraw(old.id());
        } else {
            lists.endWith(old.id(), last);
        }
        note(old.list().key(), "REPLACED", reason, by);
    }

    @Override
    public Outcome withdraw(Key key, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> problem = reasonProblem(reason, by);
        if (problem.isPresent()) {
            return new Outcome.Refused(problem.get());
        }
        Stored list = lists.lock(key).orElse(null);
        if (list == null) {
            return new Outcome.Refused("price-list.unknown");
        }
        if (list.list().state() == PriceListState.WITHDRAWN) {
            return new Outcome.Refused("price-list.withdrawn-already");
        }
        imports.forget(list.id());
        lists.withdraw(list.id());
        note(key, "WITHDRAWN", reason, by);
        audit(list.list(), "withdraw-price-list", reason, by, Map.of());
        return done(key);
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
        LocalDate day = firstDay(list.list());
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
            audit(
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
            audit(draft.list(), "forget-price-import", "", by, Map.of());
        }
    }

    private LocalDate today() {
        return MallTime.today(clock);
    }

    /** Never a day that is over. */
    private LocalDate firstDay(PriceList list) {
        LocalDate from = list.terms().validFrom();
        return from == null || from.isBefore(today()) ? today() : from;
    }

    private static @Nullable String objection(@Nullable Stored draft, int seen) {
        if (draft == null) {
            return "price-list.unknown";
        }
        if (!draft.list().isDraft()) {
            return "price-list.not-draft";
        }
        return draft.list().edit() == seen ? null : "price-list.changed-meanwhile";
    }

    private static @Nullable String objection(@Nullable Stored draft, Actor by) {
        return by.kind() == Actor.Kind.STAFF
                ? objection(draft, draft == null ? 0 : draft.list().edit())
                : "price-list.not-staff";
    }

    private static Terms clean(Terms terms) {
        return new Terms(
                Reason.of(terms.name()),
                clean(terms.audience()),
                terms.validFrom(),
                terms.validUntil());
    }

    private static Audience clean(Audience audience) {
        return audience.source() == Source.REGION
                ? RegionCode.beginning(audience.owner()).map(Audience::region).orElse(audience)
                : audience;
    }

    private static Optional<String> problem(Terms terms, Actor by) {
        if (by.kind() != Actor.Kind.STAFF) {
            return Optional.of("price-list.not-staff");
        }
        if (terms.name().isEmpty() || terms.name().length() > LONGEST_NAME) {
            return Optional.of("price-list.name");
        }
        if (!isKnown(terms.audience())) {
            return Optional.of("price-list.audience");
        }
        LocalDate from = terms.validFrom();
        LocalDate until = terms.validUntil();
        if (from != null && until != null && until.isBefore(from)) {
            return Optional.of("price-list.dates");
        }
        boolean dated = from != null && until != null;
        return terms.audience().source() == Source.SPECIAL && !dated
                ? Optional.of("price-list.undated")
                : Optional.empty();
    }

    /** A list for nobody would change nothing, and nobody would notice. */
    private static boolean isKnown(Audience audience) {
        return switch (audience.source()) {
            case AGREEMENT -> ID.matcher(audience.owner()).matches();
            case LEVEL -> !audience.owner().isBlank() && audience.owner().length() <= LONGEST_LEVEL;
            case REGION -> RegionCode.beginning(audience.owner()).isPresent();
            case SPECIAL -> audience.owner().isEmpty();
            case FLASH, BASE -> false;
        };
    }

    private static Optional<String> reasonProblem(String reason, Actor by) {
        return by.kind() == Actor.Kind.STAFF
                ? Reason.problem(SUBJECT, reason)
                : Optional.of("price-list.not-staff");
    }

    private Outcome changed(Stored draft, String action, Map<String, String> details, Actor by) {
        PriceList list = lists.touched(draft.id(), by, clock.instant());
        audit(list, action, "", by, details);
        return new Outcome.Done(list);
    }

    private Outcome done(Key key) {
        return new Outcome.Done(lists.find(key).orElseThrow().list());
    }

    private void audit(
            PriceList list, String action, String reason, Actor by, Map<String, String> details) {
        audit.record(new AuditEntry(by, action, SUBJECT, list.key().toString(), reason, details));
    }

    private static Map<String, String> said(Terms terms) {
        return Map.of(
                "name", terms.name(),
                "for", (terms.audience().source() + " " + terms.audience().label()).strip(),
                "validFrom", String.valueOf(terms.validFrom()),
                "validUntil", String.valueOf(terms.validUntil()));
    }

    private static Map<String, String> said(Row row) {
        return Map.of(
                "product", row.product().toString(),
                "from", row.from().toString(),
                "price", row.price().toString());
    }
}
