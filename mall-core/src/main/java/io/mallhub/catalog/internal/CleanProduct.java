package io.mallhub.catalog.internal;

import io.mallhub.catalog.ProductView.Finding;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An ERP product after cleaning, ready to be kept, with what was odd about it. */
record CleanProduct(
        String connection,
        String code,
        String name,
        String dosageForm,
        String strength,
        String maker,
        String holder,
        String approvalNumber,
        List<String> drugCodes,
        @Nullable RegulatoryCategory category,
        String unit,
        BigDecimal vatRate,
        boolean active,
        List<Finding> findings,
        String digest) {

    /** Everything a person may look for, in the form that {@link #searchForm} gives queries too. */
    String searchText() {
        return searchText(code, name, approvalNumber, drugCodes, maker, holder, strength);
    }

    static String searchText(
            String code,
            String name,
            String approvalNumber,
            List<String> drugCodes,
            String maker,
            String holder,
            String strength) {
        return searchForm(
                String.join(
                        "\n",
                        code,
                        name,
                        approvalNumber,
                        String.join(" ", drugCodes),
                        maker,
                        holder,
                        strength));
    }

    CleanProduct with(KnownProduct.Texts texts) {
        return new CleanProduct(
                connection,
                code,
                texts.name(),
                texts.dosageForm(),
                texts.strength(),
                maker,
                holder,
                approvalNumber,
                drugCodes,
                category,
                unit,
                vatRate,
                active,
                findings,
                digest);
    }

    static String searchForm(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
