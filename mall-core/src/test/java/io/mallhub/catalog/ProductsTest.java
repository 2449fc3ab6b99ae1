package io.mallhub.catalog;

import static io.mallhub.catalog.ErpProducts.aDrug;
import static io.mallhub.catalog.ErpProducts.categorised;
import static io.mallhub.catalog.ErpProducts.named;
import static io.mallhub.catalog.ErpProducts.taxed;
import static io.mallhub.catalog.ErpProducts.withCells;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.catalog.ProductView.Finding;
import io.mallhub.catalog.Products.ApplyResult;
import io.mallhub.catalog.Products.Query;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.MallTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class ProductsTest {
    private static final Actor DESK = Actor.staff("li", "李四");

    @Autowired Products products;
    @Autowired AuditLog audit;

    @Test
    void aNewRecordIsCreatedAnUnchangedOneCostsNothingAChangedOneIsUpdated() {
        ApplyErpProduct record = aDrug(code());

        ApplyResult first = apply(record);
        ApplyResult second = apply(record);
        ApplyResult third = apply(named(record, "阿莫西林颗粒"));

        ProductView product = product(record);
        assertThat(first).isEqualTo(new ApplyResult.Created(product.id()));
        assertThat(second).isEqualTo(new ApplyResult.Unchanged(product.id()));
        assertThat(third).isEqualTo(new ApplyResult.Updated(product.id()));
        assertThat(product.name()).isEqualTo("阿莫西林颗粒");
    }

    @Test
    void codesThatDifferOnlyInCaseAreTwoProducts() {
        String code = code();

        apply(aDrug(code + "a"));
        apply(aDrug(code + "A"));

        assertThat(products.byCode(code + "a").orElseThrow().id())
                .isNotEqualTo(products.byCode(code + "A").orElseThrow().id());
    }

    @Test
    void dirtyCellsAreCleanedAndReported() {
        ApplyErpProduct record =
                withCells(aDrug(code()), "————", "国药准字ｈｊ２０１７００５０", "86900000000027；86900000000035");

        apply(record);

        ProductView product = product(record);
        assertThat(product.holder()).isEmpty();
        assertThat(product.approvalNumber()).isEqualTo("国药准字HJ20170050");
        assertThat(product.drugCodes()).containsExactly("86900000000027", "86900000000035");
        assertThat(product.findings())
                .extracting(Finding::key)
                .containsExactlyInAnyOrder(
                        "product.dashes-for-nothing",
                        "product.approval-number-rewritten",
                        "product.several-drug-codes",
                        "product.drug-code-check-digit");
    }

    @Test
    void aBadRecordIsRefusedAlone() {
        String good = code();
        String bad = code();

        List<ApplyResult> results =
                products.applyFromErp(
                        List.of(
                                taxed(aDrug(bad), "0.17"),
                                aDrug(good),
                                named(aDrug(bad), " \n—"),
                                aDrug(" ")));

        assertThat(results)
                .extracting(
                        it -> it instanceof ApplyResult.Refused refused ? refused.reason() : "kept")
                .containsExactly("product.vat-rate", "kept", "product.no-name", "product.no-code");
        assertThat(products.byCode(good)).isPresent();
        assertThat(products.byCode(bad)).isEmpty();
    }

    @Test
    void ofACodeThatComesTwiceInAPageTheLastIsKept() {
        ApplyErpProduct record = aDrug(code());

        List<ApplyResult> results =
                products.applyFromErp(List.of(record, named(record, "later"), aDrug(code())));

        assertThat(product(record).name()).isEqualTo("later");
        assertThat(results.get(0)).isEqualTo(new ApplyResult.Created(product(record).id()));
        assertThat(results.get(1)).isEqualTo(new ApplyResult.Updated(product(record).id()));
    }

    @Test
    void anErpUpdateWithoutCategoryNeverLosesTheCategory() {
        ApplyErpProduct byErp = categorised(aDrug(code()), "处方药");
        ApplyErpProduct byDesk = aDrug(code());
        apply(byErp);
        apply(byDesk);
        products.categorise(product(byDesk).id(), RegulatoryCategory.OTC_A, DESK);

        apply(named(categorised(byErp, ""), "changed"));
        apply(named(byDesk, "changed"));

        assertThat(product(byErp).category()).isEqualTo(RegulatoryCategory.PRESCRIPTION);
        assertThat(product(byDesk).category()).isEqualTo(RegulatoryCategory.OTC_A);
    }

    @Test
    void whatThePeopleOfTheDeskHaveDecidedTheErpDoesNotChange() {
        ApplyErpProduct record = aDrug(code());
        apply(record);
        products.categorise(product(record).id(), RegulatoryCategory.OTC_B, DESK);

        apply(categorised(record, "PRESCRIPTION"));

        assertThat(product(record).category()).isEqualTo(RegulatoryCategory.OTC_B);
    }

    @Test
    void anUnknownCategoryIsAFindingAndNoCategory() {
        ApplyErpProduct record = categorised(aDrug(code()), "糖果");

        apply(record);

        assertThat(product(record).category()).isNull();
        assertThat(product(record).findings())
                .contains(new Finding("product.category-unknown", "糖果"));
    }

    @Test
    void categorisingIsAudited() {
        ApplyErpProduct record = aDrug(code());
        apply(record);

        products.categorise(product(record).id(), RegulatoryCategory.PRESCRIPTION, DESK);

        var entries =
                audit.page(
                        new AuditQuery(null, "product", record.code(), "categorise-product"),
                        PageRequest.first(5));
        assertThat(entries.total()).isEqualTo(1);
        assertThat(entries.items().getFirst().entry().details())
                .containsEntry("from", "null")
                .containsEntry("to", "PRESCRIPTION");
        assertThatThrownBy(
                        () ->
                                products.categorise(
                                        new io.mallhub.shared.ProductId(UUID.randomUUID()),
                                        RegulatoryCategory.OTHER,
                                        DESK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDeskCategorisesManyAtOnceButNeverOverADecision() {
        String name = "批量" + code();
        ApplyErpProduct first = named(aDrug(code()), name);
        ApplyErpProduct second = named(aDrug(code()), name);
        ApplyErpProduct decided = named(aDrug(code()), name);
        products.applyFromErp(List.of(first, second, decided));
        products.categorise(product(decided).id(), RegulatoryCategory.INSULIN, DESK);

        int changed =
                products.categoriseMatching(
                        new Query(name, null, false, false), RegulatoryCategory.PRESCRIPTION, DESK);

        assertThat(changed).isEqualTo(2);
        assertThat(product(first).category()).isEqualTo(RegulatoryCategory.PRESCRIPTION);
        assertThat(product(decided).category()).isEqualTo(RegulatoryCategory.INSULIN);
    }

    @Test
    void searchFindsByAnyFieldWidthAndCase() {
        String name = "奇异" + code();
        ApplyErpProduct record = named(aDrug(code()), name);
        apply(record);

        assertThat(found(name)).containsExactly(record.code());
        assertThat(found(name.toUpperCase() + " test pharma")).containsExactly(record.code());
        assertThat(found(name + " ８６９00000000027")).containsExactly(record.code());
        assertThat(found(name + " 100%")).isEmpty();
        assertThat(found(record.code().toLowerCase())).containsExactly(record.code());
    }

    @Test
    void aBuyersSearchShowsOnlyHisCategories() {
        String name = "范围" + code();
        ApplyErpProduct open = categorised(named(aDrug(code()), name), "OTC_A");
        ApplyErpProduct closed = categorised(named(aDrug(code()), name), "VACCINE");
        ApplyErpProduct unset = named(aDrug(code()), name);
        products.applyFromErp(List.of(open, closed, unset));

        var buyers = new Query(name, Set.of(RegulatoryCategory.OTC_A), true, false);
        var nobodys = new Query(name, Set.of(), true, false);

        assertThat(products.search(buyers, PageRequest.first(10)).items())
                .extracting(ProductView::code)
                .containsExactly(open.code());
        assertThat(products.search(nobodys, PageRequest.first(10)).total()).isZero();
        assertThat(
                        products.search(new Query(name, null, false, true), PageRequest.first(9))
                                .items())
                .extracting(ProductView::code)
                .containsExactly(unset.code());
        assertThat(products.countByCategory().get(null)).isPositive();
    }

    @Test
    void anOrderThatNobodyNamedIsRefusedBeforeItReachesTheDatabase() {
        assertThatThrownBy(
                        () ->
                                products.search(
                                        Query.all(), new PageRequest(0, 5, "name; drop table")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesOfTheSameProductsAtOnceNeitherDeadlockNorDouble() throws Exception {
        List<ApplyErpProduct> page =
                new ArrayList<>(
                        IntStream.range(0, 200).mapToObj(i -> aDrug(code() + "-" + i)).toList());

        List<List<ApplyResult>> all =
                AtOnce.run(
                        6,
                        i -> {
                            List<ApplyErpProduct> mine =
                                    new ArrayList<>(
                                            page.stream().map(it -> named(it, "n" + i)).toList());
                            Collections.shuffle(mine);
                            return products.applyFromErp(mine);
                        });

        long created =
                all.stream()
                        .flatMap(List::stream)
                        .filter(ApplyResult.Created.class::isInstance)
                        .count();
        assertThat(created).isEqualTo(200);
    }

    private ApplyResult apply(ApplyErpProduct record) {
        return products.applyFromErp(List.of(record)).getFirst();
    }

    private ProductView product(ApplyErpProduct record) {
        return products.byCode(record.code()).orElseThrow();
    }

    private List<String> found(String text) {
        return products
                .search(new Query(text, null, false, false), PageRequest.first(10))
                .items()
                .stream()
                .map(ProductView::code)
                .toList();
    }

    private static String code() {
        return "T" + UUID.randomUUID().toString().substring(0, 13);
    }
}
