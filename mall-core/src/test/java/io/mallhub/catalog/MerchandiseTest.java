package io.mallhub.catalog;

import static io.mallhub.catalog.ErpProducts.aDrug;
import static io.mallhub.catalog.ErpProducts.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.catalog.MerchandiseCategories.AssignOutcome;
import io.mallhub.catalog.MerchandiseCategories.Assigned;
import io.mallhub.catalog.MerchandiseCategories.BadRow;
import io.mallhub.catalog.MerchandiseCategories.ImportOutcome;
import io.mallhub.catalog.MerchandiseCategories.Move;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.MerchandiseCategories.PutOutcome;
import io.mallhub.catalog.MerchandiseCategories.Stays;
import io.mallhub.catalog.MerchandiseCategories.TypedPlaces;
import io.mallhub.catalog.Products.Query;
import io.mallhub.fixture.MallTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class MerchandiseTest {
    private static final Actor DESK = Actor.staff("zhao", "赵六");

    private final String own =
            UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String medicines = own + ".MED";
    private final String chinese = own + ".TCM";
    private final String pieces = own + ".PIECES";
    @Autowired MerchandiseCategories merchandise;
    @Autowired Products products;
    @Autowired AuditLog audit;
    private ProductView first;
    private ProductView second;

    @BeforeEach
    void aTreeAndTwoProducts() {
        put(medicines, "", 2);
        put(chinese, medicines, 1);
        put(pieces, chinese, 1);
        products.applyFromErp(List.of(aDrug(own + "-1"), aDrug(own + "-2")));
        first = products.byCode(own + "-1").orElseThrow();
        second = products.byCode(own + "-2").orElseThrow();
    }

    @Test
    void theTreeIsReadFromTheTopWithNeighboursInTheirOrder() {
        put(own + ".WEST", medicines, 0);
        put(own + ".A", "", 3);

        assertThat(mine())
                .extracting(MerchandiseCategory::code)
                .containsExactly(medicines, own + ".WEST", chinese, pieces, own + ".A");
        assertThat(mine().get(3).path()).containsExactly(medicines, chinese, pieces);
    }

    @Test
    void aProductStandsInSeveralAndWithEachInAllAboveIt() {
        String fresh = own + ".NEW";
        put(fresh, "", 9);

        merchandise.assign(first.id(), Set.of(pieces, fresh), DESK);

        assertThat(codes(first)).containsExactlyInAnyOrder(medicines, chinese, pieces, fresh);
        assertThat(merchandise.of(List.of(first.id(), second.id())))
                .containsOnlyKeys(first.id())
                .containsEntry(first.id(), Set.of(pieces, fresh));
        assertThat(found(medicines)).containsExactly(first.id());
        assertThat(found(fresh)).containsExactly(first.id());
        assertThat(found(Query.NOWHERE)).containsExactly(second.id());
        assertThat(merchandise.counts()).containsEntry(chinese, 1L).doesNotContainKey(own + ".X");
        assertThat(audited("product", first.code())).contains("assign-merchandise");
    }

    @Test
    void theErpMayNotOverwriteIt() {
        merchandise.assign(first.id(), Set.of(pieces), DESK);

        products.applyFromErp(List.of(named(aDrug(first.code()), "另一个名字")));

        assertThat(products.product(first.id()).orElseThrow().name()).isEqualTo("另一个名字");
        assertThat(codes(first)).containsExactlyInAnyOrder(medicines, chinese, pieces);
    }

    @Test
    void aMoveTakesAlongAllThatIsBelowAndTheProductsInIt() {
        merchandise.assign(first.id(), Set.of(pieces), DESK);
        String herbs = own + ".HERBS";
        put(herbs, "", 5);

        put(chinese, herbs, 1);

        assertThat(codes(first)).containsExactlyInAnyOrder(herbs, chinese, pieces);
        assertThat(found(medicines)).isEmpty();
        assertThat(found(herbs)).containsExactly(first.id());
    }

    @Test
    void whatIsNoTreeOfThreeLevelsIsRefused() {
        assertThat(refusal(own + ".DEEP", pieces)).isEqualTo("merchandise.too-deep");
        assertThat(refusal(medicines, pieces)).as("below itself").isEqualTo("merchandise.parent");
        assertThat(refusal(own + ".X", own + ".NOBODY")).isEqualTo("merchandise.parent");
        assertThat(refusal("has blank/slash", "")).isEqualTo("merchandise.code");
        put(own + ".TOP", "", 1);
        assertThat(refusal(medicines, own + ".TOP"))
                .as("what is below counts, too")
                .isEqualTo("merchandise.too-deep");
        assertThat(merchandise.put(new PutCategory(own + ".X", "", " ", "Nameless", 0), DESK))
                .isEqualTo(new PutOutcome.Refused("merchandise.name", ""));
    }

    @Test
    void onlyWhatHoldsNothingCanBeRemoved() {
        merchandise.assign(first.id(), Set.of(pieces), DESK);

        assertThat(merchandise.remove(chinese, DESK)).contains(new Stays("merchandise.branches"));
        assertThat(merchandise.remove(pieces, DESK)).contains(new Stays("merchandise.holds"));
        merchandise.assign(first.id(), Set.of(), DESK);
        assertThat(merchandise.remove(pieces, DESK)).isEmpty();
        assertThat(merchandise.remove(pieces, DESK)).contains(new Stays("merchandise.unknown"));
        assertThat(audited("merchandise-category", pieces))
                .contains("remove-merchandise-category", "put-merchandise-category");
    }

    @Test
    void manyProductsAreMovedAtOnce() {
        assertThat(merchandise.move(List.of(first.id(), second.id()), pieces, Move.INTO, DESK))
                .isEqualTo(new AssignOutcome.Assigned(2));
        assertThat(merchandise.moveMatching(query(), chinese, Move.INTO, DESK))
                .isEqualTo(new AssignOutcome.Assigned(2));
        assertThat(merchandise.moveMatching(query(), chinese, Move.INTO, DESK))
                .as("they are there")
                .isEqualTo(new AssignOutcome.Assigned(0));
        assertThat(merchandise.moveMatching(query(), pieces, Move.OUT_OF, DESK))
                .isEqualTo(new AssignOutcome.Assigned(2));

        assertThat(codes(first)).containsExactlyInAnyOrder(medicines, chinese);
        assertThat(merchandise.move(List.of(first.id()), own + ".NO", Move.INTO, DESK))
                .isEqualTo(new AssignOutcome.Refused("merchandise.unknown", own + ".NO"));
    }

    @Test
    void aFileWithBadRowsChangesNothingUnlessItsGoodOnesAreAskedFor() {
        merchandise.assign(second.id(), Set.of(pieces), DESK);
        List<TypedPlaces> rows =
                List.of(
                        new TypedPlaces(
                                2,
                                first.code(),
                                pieces.toLowerCase(Locale.ROOT) + "， " + medicines),
                        new TypedPlaces(3, second.code(), ""),
                        new TypedPlaces(4, first.code(), chinese),
                        new TypedPlaces(5, "NOBODY", chinese),
                        new TypedPlaces(6, own + "-3", chinese + " SWEETS"),
                        new TypedPlaces(7, " ", chinese));
        products.applyFromErp(List.of(aDrug(own + "-3")));

        ImportOutcome refused = merchandise.take("list.xlsx", rows, false, DESK);

        List<BadRow> bad =
                List.of(
                        new BadRow(4, first.code(), "merchandise-import.twice", first.code()),
                        new BadRow(5, "NOBODY", "merchandise-import.product", "NOBODY"),
                        new BadRow(6, chinese + " SWEETS", "merchandise-import.category", "SWEETS"),
                        new BadRow(7, "", "merchandise-import.no-product", ""));
        assertThat(refused).isEqualTo(new ImportOutcome.Refused(2, bad));
        assertThat(codes(first)).isEmpty();
        assertThat(merchandise.take("list.xlsx", rows, true, DESK))
                .isEqualTo(new ImportOutcome.Taken(2, 2, bad));
        assertThat(merchandise.of(List.of(first.id(), second.id())))
                .containsOnlyKeys(first.id())
                .containsEntry(first.id(), Set.of(pieces, medicines));
        assertThat(codes(second)).as("a row without categories takes it out").isEmpty();
    }

    @Test
    void whatIsExportedIsWhatIsRead() {
        merchandise.assign(first.id(), Set.of(pieces, medicines), DESK);
        List<Assigned> all = new ArrayList<>();
        for (int page = 0;
                all.size() < merchandise.assigned(PageRequest.first(1)).total();
                page++) {
            all.addAll(merchandise.assigned(PageRequest.of(page, 100)).items());
        }
        Assigned exported =
                all.stream().filter(it -> it.code().equals(first.code())).findFirst().orElseThrow();
        merchandise.assign(first.id(), Set.of(), DESK);

        merchandise.take(
                "again.xlsx",
                List.of(
                        new TypedPlaces(
                                2, exported.code(), String.join(" ", exported.categories()))),
                false,
                DESK);

        assertThat(merchandise.of(List.of(first.id())))
                .containsEntry(first.id(), Set.of(pieces, medicines));
    }

    @Test
    void onlyWhatHoldsSomethingOfAQueryIsNamedWithWhatIsAboveIt() {
        assertThat(merchandise.holding(query())).doesNotContain(pieces, chinese, medicines);

        merchandise.assign(first.id(), Set.of(chinese), DESK);

        assertThat(merchandise.holding(query().shownTo(Viewer.GUEST)))
                .contains(chinese, medicines)
                .doesNotContain(pieces);
        assertThat(merchandise.holding(new Query(null, Set.of(), true, false)))
                .as("of no category of the law")
                .isEmpty();
    }

    private List<MerchandiseCategory> mine() {
        return merchandise.tree().stream().filter(it -> it.code().startsWith(own)).toList();
    }

    private Query query() {
        return new Query(own, null, true, false);
    }

    private List<ProductId> found(String code) {
        return products.search(query().in(code), PageRequest.first(5)).items().stream()
                .map(ProductView::id)
                .toList();
    }

    private Set<String> codes(ProductView product) {
        return products.product(product.id()).orElseThrow().merchandise();
    }

    private List<String> audited(String kind, String of) {
        return audit
                .page(new AuditQuery(null, kind, of, null), PageRequest.first(9))
                .items()
                .stream()
                .map(it -> it.entry().action())
                .toList();
    }

    private void put(String code, String parent, int place) {
        assertThat(merchandise.put(new PutCategory(code, parent, "中文", "English", place), DESK))
                .isInstanceOf(PutOutcome.Put.class);
    }

    private String refusal(String code, String parent) {
        PutOutcome outcome = merchandise.put(new PutCategory(code, parent, "甲", "A", 0), DESK);
        return ((PutOutcome.Refused) outcome).key();
    }
}
