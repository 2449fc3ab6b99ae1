package io.mallhub.routes.state;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.ReviseProduct;
import io.mallhub.conflict.Field;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.Records;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.RegulatoryCategory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

@RoutesTest
class ProductConvergenceTest extends ConvergenceTest<ErpProduct> {
    private static final List<RegulatoryCategory> CATEGORIES =
            List.of(
                    RegulatoryCategory.PRESCRIPTION,
                    RegulatoryCategory.OTC_A,
                    RegulatoryCategory.OTC_B);

    @Autowired Products products;
    private String code = "";

    ProductConvergenceTest() {
        super(Field.Kind.PRODUCT, Entity.PRODUCT, Flow.PRODUCT_IN, Flow.PRODUCT_OUT);
    }

    @Override
    void makeRecord() {
        code = "V" + UUID.randomUUID().toString().substring(0, 12);
        erp.products.add(Records.product(code, "10.00", Records.T0));
    }

    @Override
    ErpProduct inErp() {
        return erp.productNamed(code);
    }

    @Override
    void editInErp(Map<String, String> fields) {
        erp.edit(inErp(), fields);
    }

    @Override
    void changeInErpWhatIsItsOwn(int value) {
        ErpProduct now = inErp();
        erp.edit(
                new ErpProduct(
                        now.code(),
                        now.name(),
                        now.dosageForm(),
                        now.strength(),
                        now.maker() + value,
                        now.holder(),
                        now.approvalNumber(),
                        now.drugCodes(),
                        now.category(),
                        now.unit(),
                        now.price(),
                        now.vatRate(),
                        now.active(),
                        now.changedAt(),
                        now.version()),
                Map.of());
    }

    @Override
    void editInMall(Field field, String value) {
        ProductView now = inMall();
        if (field == Field.PRODUCT_CATEGORY) {
            products.categorise(now.id(), RegulatoryCategory.valueOf(value), Desk.CLERK);
            return;
        }
        products.revise(
                new ReviseProduct(
                        now.id(),
                        field == Field.PRODUCT_NAME ? value : now.name(),
                        field == Field.PRODUCT_DOSAGE_FORM ? value : now.dosageForm(),
                        field == Field.PRODUCT_STRENGTH ? value : now.strength()),
                Desk.CLERK);
    }

    @Override
    String value(Field field, int number, String side) {
        return field == Field.PRODUCT_CATEGORY
                ? CATEGORIES.get(number).name()
                : (number == 0 ? "both" : side) + number;
    }

    @Override
    Map<Field, String> sayErp() {
        ErpProduct there = inErp();
        return Map.of(
                Field.PRODUCT_NAME, there.name(),
                Field.PRODUCT_DOSAGE_FORM, there.dosageForm(),
                Field.PRODUCT_STRENGTH, there.strength(),
                Field.PRODUCT_CATEGORY, there.category());
    }

    @Override
    Map<Field, String> sayMall() {
        ProductView here = inMall();
        return Map.of(
                Field.PRODUCT_NAME, here.name(),
                Field.PRODUCT_DOSAGE_FORM, here.dosageForm(),
                Field.PRODUCT_STRENGTH, here.strength(),
                Field.PRODUCT_CATEGORY, String.valueOf(here.category()));
    }

    private ProductView inMall() {
        return products.byCode(code).orElseThrow();
    }
}
