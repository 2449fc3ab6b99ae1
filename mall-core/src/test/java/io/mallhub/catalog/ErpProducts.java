package io.mallhub.catalog;

import java.math.BigDecimal;

/** ERP records for tests. */
public final class ErpProducts {
    private ErpProducts() {}

    public static ApplyErpProduct aDrug(String code) {
        return new ApplyErpProduct(
                "erp-test",
                code,
                "阿莫西林胶囊",
                "胶囊剂",
                "0.25g",
                "Test Pharma GmbH",
                "测试药业有限公司",
                "国药准字HJ20170050",
                "86900000000027",
                "",
                "盒",
                new BigDecimal("0.13"),
                true);
    }

    public static ApplyErpProduct named(ApplyErpProduct it, String name) {
        return new ApplyErpProduct(
                it.connection(),
                it.code(),
                name,
                it.dosageForm(),
                it.strength(),
                it.maker(),
                it.holder(),
                it.approvalNumber(),
                it.drugCodes(),
                it.category(),
                it.unit(),
                it.vatRate(),
                it.active());
    }

    public static ApplyErpProduct categorised(ApplyErpProduct it, String category) {
        return new ApplyErpProduct(
                it.connection(),
                it.code(),
                it.name(),
                it.dosageForm(),
                it.strength(),
                it.maker(),
                it.holder(),
                it.approvalNumber(),
                it.drugCodes(),
                category,
                it.unit(),
                it.vatRate(),
                it.active());
    }

    public static ApplyErpProduct taxed(ApplyErpProduct it, String vatRate) {
        return new ApplyErpProduct(
                it.connection(),
                it.code(),
                it.name(),
                it.dosageForm(),
                it.strength(),
                it.maker(),
                it.holder(),
                it.approvalNumber(),
                it.drugCodes(),
                it.category(),
                it.unit(),
                new BigDecimal(vatRate),
                it.active());
    }

    public static ApplyErpProduct withCells(
            ApplyErpProduct it, String holder, String approvalNumber, String drugCodes) {
        return new ApplyErpProduct(
                it.connection(),
                it.code(),
                it.name(),
                it.dosageForm(),
                it.strength(),
                it.maker(),
                holder,
                approvalNumber,
                drugCodes,
                it.category(),
                it.unit(),
                it.vatRate(),
                it.active());
    }

    public static ApplyErpProduct active(ApplyErpProduct it, boolean active) {
        return new ApplyErpProduct(
                it.connection(),
                it.code(),
                it.name(),
                it.dosageForm(),
                it.strength(),
                it.maker(),
                it.holder(),
                it.approvalNumber(),
                it.drugCodes(),
                it.category(),
                it.unit(),
                it.vatRate(),
                active);
    }
}
