package io.mallhub.catalog.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategory;
import io.mallhub.catalog.MerchandiseUses;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products.Query;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CodeText;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RetriedTransaction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class MerchandiseDesk implements MerchandiseCategories {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,29}");
    private static final int LONGEST_NAME = 60;

    /** The shop shows them all at once. */
    private static final int MOST = 500;

    private static final int MOST_OF_A_PRODUCT = 20;

    private final MerchandiseTable table;
    private final VisibilityTable rules;
    private final ProductReads products;
    private final Sights sights;
    private final ObjectProvider<MerchandiseUses> uses;
    private final AuditLog audit;
    private final Clock clock;

    MerchandiseDesk(
            MerchandiseTable table,
            VisibilityTable rules,
            ProductReads products,
            Sights sights,
            ObjectProvider<MerchandiseUses> uses,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.rules = rules;
        this.products = products;
        this.sights = sights;
        this.uses = uses;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<MerchandiseCategory> tree() {
        return table.tree().inOrder();
    }

    @Override
    public Map<String, Long> counts() {
        return table.counts();
    }

    @Override
    public Set<String> holding(Query query) {
        Query any = query.anyWords();
        MerchandiseTree tree = table.tree();
        return tree.inOrder().isEmpty()
                ? Set.of()
                : tree.withAbove(table.holding(ProductFilter.of(any, sights.term(any.sight()))));
    }

    @Override
    @RetriedTransaction
    public PutOutcome put(PutCategory typed, Actor by) {
        PutCategory wanted =
                new PutCategory(
                        CodeText.normalise(typed.code()),
                        CodeText.normalise(typed.parent()),
                        line(typed.name()),
                        line(typed.englishName()),
                        typed.place());
        MerchandiseTree tree = table.treeToChange();
        Optional<PutOutcome.Refused> refusal = refusal(wanted, tree);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        List<String> above =
                tree.find(wanted.parent()).map(MerchandiseCategory::path).orElse(List.of());
        Optional<MerchandiseCategory> before = tree.find(wanted.code());
        MerchandiseCategory after =
                new MerchandiseCategory(
                        wanted.code(),
                        below(above, wanted.code()),
                        wanted.name(),
                        wanted.englishName(),
                        wanted.place());
        if (before.equals(Optional.of(after))) {
            return new PutOutcome.Put(after);
        }
        table.put(after, by, clock.instant());
        if (before.isPresent() && !before.get().path().equals(after.path())) {
            move(tree.branch(after.code()), before.get(), after, by);
        }
        audit.record(
                new AuditEntry(
                        by,
                        "put-merchandise-category",
                        "merchandise-category",
                        after.code(),
                        "",
                        Map.of(
                                "from", before.map(MerchandiseDesk::said).orElse(""),
                                "to", said(after))));
        return new PutOutcome.Put(after);
    }

    private static Optional<PutOutcome.Refused> refusal(PutCategory wanted, MerchandiseTree tree) {
        if (!CODE.matcher(wanted.code()).matches()) {
            return refused("merchandise.code", wanted.code());
        }
        for (String name : List.of(wanted.name(), wanted.englishName())) {
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                return refused("merchandise.name", name);
            }
        }
        Optional<MerchandiseCategory> parent = tree.find(wanted.parent());
        if (!wanted.parent().isEmpty() && parent.isEmpty()
                || parent.filter(it -> it.path().contains(wanted.code())).isPresent()) {
            return refused("merchandise.parent", wanted.parent());
        }
        Optional<MerchandiseCategory> before = tree.find(wanted.code());
        int deep =
                before.map(
                                it ->
                                        tree.branch(it.code()).stream()
                                                        .mapToInt(MerchandiseCategory::level)
                                                        .max()
                                                        .orElseThrow()
                                                - it.level())
                        .orElse(0);
        int level = parent.map(MerchandiseCategory::level).orElse(0) + 1;
        if (level + deep > MerchandiseCategory.DEEPEST) {
            return refused("merchandise.too-deep", String.valueOf(level + deep));
        }
        return before.isEmpty() && tree.inOrder().size() >= MOST
                ? refused("merchandise.too-many", String.valueOf(MOST))
                : Optional.empty();
    }

    private static Optional<PutOutcome.Refused> refused(String key, String detail) {
        return Optional.of(new PutOutcome.Refused(key, detail));
    }

    /**
     * What is below goes along; products say where they stand now, and rules weigh what they do.
     */
    private void move(
            List<MerchandiseCategory> branch,
            MerchandiseCategory before,
            MerchandiseCategory after,
            Actor by) {
        for (MerchandiseCategory each : branch) {
            List<String> path = new ArrayList<>(after.path());
            path.addAll(each.path().subList(before.level(), each.level()));
            MerchandiseCategory moved =
                    each.code().equals(after.code())
                            ? after
                            : new MerchandiseCategory(
                                    each.code(),
                                    path,
                                    each.name(),
                                    each.englishName(),
                                    each.place());
            table.put(moved, by, clock.instant());
            rules.weighAnew(moved, each.level());
        }
        table.tell(table.standingIn(branch.stream().map(MerchandiseCategory::code).toList()));
    }

    @Override
    @RetriedTransaction
    public Optional<Stays> remove(String typed, Actor by) {
        String code = CodeText.normalise(typed);
        MerchandiseTree tree = table.treeToChange();
        Optional<MerchandiseCategory> found = tree.find(code);
        if (found.isEmpty()) {
            return Optional.of(new Stays("merchandise.unknown"));
        }
        if (tree.branch(code).size() > 1) {
            return Optional.of(new Stays("merchandise.branches"));
        }
        if (table.holdsProducts(code)) {
            return Optional.of(new Stays("merchandise.holds"));
        }
        if (rules.isNamed(code)) {
            return Optional.of(new Stays("merchandise.in-rule"));
        }
        Optional<Stays> used =
                uses.orderedStream().map(it -> it.of(code)).flatMap(Optional::stream).findFirst();
        if (used.isPresent()) {
            return used;
        }
        table.remove(code);
        audit.record(
                new AuditEntry(
                        by,
                        "remove-merchandise-category",
                        "merchandise-category",
                        code,
                        "",
                        Map.of("from", said(found.get()), "to", "")));
        return Optional.empty();
    }

    @Override
    public Map<ProductId, Set<String>> of(Collection<ProductId> some) {
        return table.of(some);
    }

    @Override
    @RetriedTransaction
    public AssignOutcome assign(ProductId product, Set<String> typed, Actor by) {
        MerchandiseTree tree = table.treeToChange();
        Set<String> codes = new TreeSet<>();
        typed.forEach(code -> codes.add(CodeText.normalise(code)));
        codes.remove("");
        for (String code : codes) {
            if (tree.find(code).isEmpty()) {
                return new AssignOutcome.Refused("merchandise.unknown", code);
            }
        }
        if (codes.size() > MOST_OF_A_PRODUCT) {
            return new AssignOutcome.Refused(
                    "merchandise.product-in-too-many", codes.size() + " > " + MOST_OF_A_PRODUCT);
        }
        String code =
                products.byIds(List.of(product)).stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No product " + product))
                        .code();
        Set<String> before = table.of(List.of(product)).getOrDefault(product, Set.of());
        if (before.equals(codes)) {
            return new AssignOutcome.Assigned(0);
        }
        replace(Map.of(product, codes));
        audit.record(
                new AuditEntry(
                        by,
                        "assign-merchandise",
                        "product",
                        code,
                        "",
                        Map.of(
                                "from", String.join(", ", new TreeSet<>(before)),
                                "to", String.join(", ", codes))));
        return new AssignOutcome.Assigned(1);
    }

    private void replace(Map<ProductId, Set<String>> places) {
        List<MerchandiseTable.Place> all = new ArrayList<>();
        places.forEach(
                (product, codes) ->
                        codes.forEach(code -> all.add(new MerchandiseTable.Place(product, code))));
        table.replace(places.keySet(), all);
        table.tell(places.keySet());
    }

    @Override
    @RetriedTransaction
    public AssignOutcome move(Collection<ProductId> some, String code, Move how, Actor by) {
        MerchandiseTree tree = table.treeToChange();
        return moved(tree, some, code, how, Map.of("products", codes(some)), by);
    }

    @Override
    @RetriedTransaction
    public AssignOutcome moveMatching(Query query, String code, Move how, Actor by) {
        MerchandiseTree tree = table.treeToChange();
        List<ProductId> some = table.matching(ProductFilter.of(query, sights.term(query.sight())));
        return moved(tree, some, code, how, Map.of("query", query.toString()), by);
    }

    private AssignOutcome moved(
            MerchandiseTree tree,
            Collection<ProductId> some,
            String typed,
            Move how,
            Map<String, String> which,
            Actor by) {
        String code = CodeText.normalise(typed);
        if (tree.find(code).isEmpty()) {
            return new AssignOutcome.Refused("merchandise.unknown", code);
        }
        List<ProductId> moved =
                switch (how) {
                    case INTO -> table.putInto(code, some);
                    case OUT_OF -> table.takeOutOf(code, some);
                };
        if (!moved.isEmpty()) {
            table.tell(moved);
            Map<String, String> facts = new HashMap<>(which);
            facts.put("how", how.name());
            facts.put("changed", String.valueOf(moved.size()));
            audit.record(
                    new AuditEntry(
                            by, "move-merchandise", "merchandise-category", code, "", facts));
        }
        return new AssignOutcome.Assigned(moved.size());
    }

    private String codes(Collection<ProductId> some) {
        return products.byIds(some).stream()
                .map(ProductView::code)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public Page<Assigned> assigned(PageRequest page) {
        return table.assigned(page);
    }

    @Override
    @RetriedTransaction
    public ImportOutcome take(String file, List<TypedPlaces> rows, boolean onlyGood, Actor by) {
        MerchandiseTree tree = table.treeToChange();
        Map<String, ProductId> known =
                products.ids(rows.stream().map(it -> it.product().strip()).distinct().toList());
        PlacesReading reading = PlacesReading.of(rows, known, tree, MOST_OF_A_PRODUCT);
        if (!reading.bad().isEmpty() && !onlyGood) {
            return new ImportOutcome.Refused(reading.good().size(), reading.bad());
        }
        Map<ProductId, Set<String>> before = table.of(reading.good().keySet());
        Map<ProductId, Set<String>> changed =
                reading.good().entrySet().stream()
                        .filter(
                                it ->
                                        !before.getOrDefault(it.getKey(), Set.of())
                                                .equals(it.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!changed.isEmpty()) {
            replace(changed);
            audit.record(
                    new AuditEntry(
                            by,
                            "import-merchandise",
                            "merchandise-category",
                            "*",
                            "",
                            Map.of(
                                    "file", file,
                                    "rows", String.valueOf(reading.good().size()),
                                    "bad", String.valueOf(reading.bad().size()),
                                    "changed", String.valueOf(changed.size()))));
        }
        return new ImportOutcome.Taken(reading.good().size(), changed.size(), reading.bad());
    }

    private static List<String> below(List<String> above, String code) {
        List<String> path = new ArrayList<>(above);
        path.add(code);
        return path;
    }

    private static String line(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String said(MerchandiseCategory category) {
        return String.join(" / ", category.path())
                + " · "
                + category.name()
                + " · "
                + category.englishName()
                + " · "
                + category.place();
    }
}
