package io.mallhub.catalog.internal;

import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.catalog.ApprovalNumber;
import io.mallhub.catalog.CleanText;
import io.mallhub.catalog.DrugCode;
import io.mallhub.catalog.ProductView.Finding;
import io.mallhub.catalog.Products.ApplyResult.Refused;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one raw ERP record: cleans what can be cleaned and reports it as findings; refuses only
 * what could not be sold or found again.
 */
final class ErpProductReading {
    static final int LONGEST_CODE = 64;
    private static final Set<BigDecimal> VAT_RATES =
            Set.of(rate("0.13"), rate("0.09"), rate("0.03"), rate("0"));

    private final ApplyErpProduct raw;
    private final List<Finding> findings = new ArrayList<>();

    private ErpProductReading(ApplyErpProduct raw) {
        this.raw = raw;
    }

    static Optional<Refused> refusal(ApplyErpProduct raw) {
        String code = CleanText.of(raw.code());
        if (code.isEmpty()) {
            return refused(raw, "product.no-code", raw.name());
        }
        if (code.length() > LONGEST_CODE) {
            return refused(raw, "product.code-too-long", code.length() + " > " + LONGEST_CODE);
        }
        if (CleanText.of(raw.name()).isEmpty()) {
            return refused(raw, "product.no-name", raw.name());
        }
        if (CleanText.of(raw.unit()).isEmpty()) {
            return refused(raw, "product.no-unit", raw.unit());
        }
        if (!VAT_RATES.contains(raw.vatRate().stripTrailingZeros())) {
            return refused(raw, "product.vat-rate", raw.vatRate().toPlainString());
        }
        return Optional.empty();
    }

    /** Only for records without {@link #refusal}. */
    static CleanProduct clean(ApplyErpProduct raw) {
        return new ErpProductReading(raw).clean();
    }

    private CleanProduct clean() {
        return new CleanProduct(
                raw.connection(),
                CleanText.of(raw.code()),
                text("name", raw.name()),
                text("dosageForm", raw.dosageForm()),
                text("strength", raw.strength()),
                text("maker", raw.maker()),
                text("holder", raw.holder()),
                approvalNumber(),
                drugCodes(),
                category(),
                text("unit", raw.unit()),
                raw.vatRate(),
                raw.active(),
                findings,
                SourceDigest.of(raw));
    }

    private String text(String field, String value) {
        if (CleanText.isDashes(value)) {
            find("product.dashes-for-nothing", field);
        } else if (CleanText.hasLineBreaksOrControls(value)) {
            find("product.line-breaks", field);
        }
        return CleanText.of(value);
    }

    private String approvalNumber() {
        Optional<ApprovalNumber> number = ApprovalNumber.parse(raw.approvalNumber());
        number.filter(it -> !it.hasKnownForm())
                .ifPresent(it -> find("product.approval-number-form", it.text()));
        number.filter(it -> !it.text().equals(raw.approvalNumber()))
                .ifPresent(it -> find("product.approval-number-rewritten", raw.approvalNumber()));
        return number.map(ApprovalNumber::text).orElse("");
    }

    private List<String> drugCodes() {
        DrugCode.Cell cell = DrugCode.parseCell(raw.drugCodes());
        if (cell.codes().size() > 1) {
            find("product.several-drug-codes", String.valueOf(cell.codes().size()));
        }
        cell.unreadable().forEach(text -> find("product.drug-code-unreadable", text));
        cell.codes().stream()
                .filter(code -> !code.checkDigitMatches())
                .forEach(code -> find("product.drug-code-check-digit", code.digits()));
        return cell.codes().stream().map(DrugCode::digits).toList();
    }

    private @Nullable RegulatoryCategory category() {
        String text = CleanText.of(raw.category());
        RegulatoryCategory category = RegulatoryCategory.named(text).orElse(null);
        if (category == null && !text.isEmpty()) {
            find("product.category-unknown", text);
        }
        return category;
    }

    private void find(String key, String detail) {
        findings.add(new Finding(key, detail));
    }

    private static Optional<Refused> refused(ApplyErpProduct raw, String reason, String detail) {
        return Optional.of(new Refused(raw.code(), reason, detail));
    }

    private static BigDecimal rate(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }
}
