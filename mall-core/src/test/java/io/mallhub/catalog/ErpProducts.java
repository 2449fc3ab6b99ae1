package io.mallhub.catalog;

import java.math.BigDecimal;
import java.util.function.Consumer;

/** ERP records for tests. */
public final class ErpProducts {
    private final String code;
    private String name = "阿莫西林胶囊";
    private String holder = "测试药业有限公司";
    private String approvalNumber = "国药准字HJ20170050";
    private String drugCodes = "86900000000027";
    private String category = "";
    private String vatRate = "0.13";
    private boolean active = true;

    private ErpProducts(String code) {
        this.code = code;
    }

    public static ApplyErpProduct aDrug(String code) {
        return new ErpProducts(code).record();
    }

    public static ApplyErpProduct named(ApplyErpProduct it, String name) {
        return changed(it, cells -> cells.name = name);
    }

    public static ApplyErpProduct categorised(ApplyErpProduct it, String category) {
        return changed(it, cells -> cells.category = category);
    }

    public static ApplyErpProduct taxed(ApplyErpProduct it, String vatRate) {
        return changed(it, cells -> cells.vatRate = vatRate);
    }

    public static ApplyErpProduct withCells(
            ApplyErpProduct it, String holder, String approvalNumber, String drugCodes) {
        return changed(
                it,
                cells -> {
                    cells.holder = holder;
                    cells.approvalNumber = approvalNumber;
                    cells.drugCodes = drugCodes;
                });
    }

    public static ApplyErpProduct active(ApplyErpProduct it, boolean active) {
        return changed(it, cells -> cells.active = active);
    }

    private static ApplyErpProduct changed(ApplyErpProduct it, Consumer<ErpProducts> change) {
        ErpProducts cells = new ErpProducts(it.code());
        cells.name = it.name();
        cells.holder = it.holder();
        cells.approvalNumber = it.approvalNumber();
        cells.drugCodes = it.drugCodes();
        cells.category = it.category();
        cells.vatRate = it.vatRate().toPlainString();
        cells.active = it.active();
        change.accept(cells);
        return cells.record();
    }

    private ApplyErpProduct record() {
        return new ApplyErpProduct(
                "erp-test",
                code,
                name,
                "胶囊剂",
                "0.25g",
                "Test Pharma GmbH",
                holder,
                approvalNumber,
                drugCodes,
                category,
                "盒",
                new BigDecimal(vatRate),
                active);
    }
}
