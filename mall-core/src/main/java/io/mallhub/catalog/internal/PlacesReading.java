package io.mallhub.catalog.internal;

import io.mallhub.catalog.MerchandiseCategories.BadRow;
import io.mallhub.catalog.MerchandiseCategories.TypedPlaces;
import io.mallhub.shared.CodeText;
import io.mallhub.shared.ProductId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Rows of a file, told apart: where products are to stand, and what nobody can follow. */
record PlacesReading(Map<ProductId, Set<String>> good, List<BadRow> bad) {
    static PlacesReading of(
            List<TypedPlaces> rows, Map<String, ProductId> known, MerchandiseTree tree, int most) {
        Map<ProductId, Set<String>> good = new HashMap<>();
        List<BadRow> bad = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (TypedPlaces row : rows) {
            String product = row.product().strip();
            ProductId id = known.get(product);
            Set<String> codes = codes(row.categories());
            List<String> unknown = codes.stream().filter(it -> tree.find(it).isEmpty()).toList();
            if (product.isEmpty()) {
                bad.add(new BadRow(row.row(), "", "merchandise-import.no-product", ""));
            } else if (id == null) {
                bad.add(new BadRow(row.row(), product, "merchandise-import.product", product));
            } else if (!named.add(product)) {
                bad.add(new BadRow(row.row(), product, "merchandise-import.twice", product));
            } else if (!unknown.isEmpty()) {
                bad.add(
                        new BadRow(
                                row.row(),
                                row.categories(),
                                "merchandise-import.category",
                                String.join(", ", unknown)));
            } else if (codes.size() > most) {
                bad.add(
                        new BadRow(
                                row.row(),
                                row.categories(),
                                "merchandise.product-in-too-many",
                                codes.size() + " > " + most));
            } else {
                good.put(id, codes);
            }
        }
        return new PlacesReading(good, bad);
    }

    private static Set<String> codes(String typed) {
        Set<String> codes = new TreeSet<>();
        for (String code : typed.split("[\\s,;，；、]+")) {
            codes.add(CodeText.normalise(code));
        }
        codes.remove("");
        return codes;
    }
}
