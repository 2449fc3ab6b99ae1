package io.mallhub.app.demo;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategories.PutCategory;
import io.mallhub.catalog.MerchandiseCategories.TypedPlaces;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.Query;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A tree by which the imported drugs can be browsed: what they are (by the letter of the approval
 * number), how they are taken (by the dosage form), and where they come from.
 */
@Component
@DemoOnly
class DemoMerchandise {
    private static final Actor MARKETING = Actor.system("demo-marketing");
    private static final PageRequest SOME = PageRequest.first(200);

    /** The letters after 国药准字; of older numbers those it begins with. */
    private static final Pattern LETTERS = Pattern.compile("^(?:国药准字)?([HSZ])?([JC]?)");

    private static final List<PutCategory> TREE =
            List.of(
                    new PutCategory("CHEM", "", "化学药", "Chemical drugs", 1),
                    new PutCategory("CHEM.ORAL", "CHEM", "口服", "To swallow", 1),
                    new PutCategory("CHEM.ORAL.TABLET", "CHEM.ORAL", "片剂", "Tablets", 1),
                    new PutCategory("CHEM.ORAL.CAPSULE", "CHEM.ORAL", "胶囊", "Capsules", 2),
                    new PutCategory("CHEM.ORAL.OTHER", "CHEM.ORAL", "液体与颗粒", "Liquids, grains", 3),
                    new PutCategory("CHEM.INJECTION", "CHEM", "注射", "To inject", 2),
                    new PutCategory("CHEM.SKIN", "CHEM", "外用与贴剂", "For the skin", 3),
                    new PutCategory("CHEM.EYE", "CHEM", "眼耳鼻用", "For eyes, ears, nose", 4),
                    new PutCategory("CHEM.INHALE", "CHEM", "吸入", "To inhale", 5),
                    new PutCategory("CHEM.OTHER", "CHEM", "其他剂型", "Other forms", 9),
                    new PutCategory("BIO", "", "生物制品", "Biological products", 2),
                    new PutCategory("BIO.INJECTION", "BIO", "注射", "To inject", 1),
                    new PutCategory("BIO.OTHER", "BIO", "其他剂型", "Other forms", 9),
                    new PutCategory("TCM", "", "中成药", "Chinese patent medicines", 3),
                    new PutCategory("TCM.ORAL", "TCM", "内服", "To swallow", 1),
                    new PutCategory("TCM.OUTER", "TCM", "外用", "For the skin", 2),
                    new PutCategory("ORIGIN", "", "进口来源", "Where it comes from", 4),
                    new PutCategory("ORIGIN.ABROAD", "ORIGIN", "境外进口", "From abroad", 1),
                    new PutCategory("ORIGIN.HMT", "ORIGIN", "港澳台", "Hong Kong, Macau, Taiwan", 2));

    private final MerchandiseCategories merchandise;
    private final Products products;

    DemoMerchandise(MerchandiseCategories merchandise, Products products) {
        this.merchandise = merchandise;
        this.products = products;
    }

    /** Whatever came in since and stands nowhere yet. */
    @Scheduled(fixedDelay = 3_000)
    void putWhatCameIn() {
        List<ProductView> some = standingNowhere();
        if (!some.isEmpty() && merchandise.tree().isEmpty()) {
            TREE.forEach(category -> merchandise.put(category, MARKETING));
        }
        while (!some.isEmpty()) {
            List<TypedPlaces> places = new ArrayList<>();
            for (ProductView product : some) {
                places.add(new TypedPlaces(places.size() + 1, product.code(), places(product)));
            }
            var outcome = merchandise.take("demo", places, true, MARKETING);
            if (outcome instanceof MerchandiseCategories.ImportOutcome.Taken taken
                    && taken.products() == 0) {
                return; // somebody took the demo's tree apart
            }
            some = standingNowhere();
        }
    }

    private List<ProductView> standingNowhere() {
        return products.search(Query.all().in(Query.NOWHERE), SOME).items();
    }

    static String places(ProductView product) {
        return places(product.approvalNumber(), product.dosageForm());
    }

    static String places(String approvalNumber, String form) {
        var letters = LETTERS.matcher(approvalNumber);
        boolean read = letters.find();
        String kind = read && letters.group(1) != null ? letters.group(1) : "H";
        String from = read && "C".equals(letters.group(2)) ? "ORIGIN.HMT" : "ORIGIN.ABROAD";
        String what =
                switch (kind) {
                    case "S" -> form.contains("注射") ? "BIO.INJECTION" : "BIO.OTHER";
                    case "Z" -> isOuter(form) ? "TCM.OUTER" : "TCM.ORAL";
                    default -> chemical(form);
                };
        return what + " " + from;
    }

    private static String chemical(String form) {
        if (form.contains("注射")) {
            return "CHEM.INJECTION";
        }
        if (has(form, "吸入", "气雾", "雾化")) {
            return "CHEM.INHALE";
        }
        if (has(form, "眼", "鼻", "耳", "滴剂")) {
            return "CHEM.EYE";
        }
        if (form.contains("片")) {
            return "CHEM.ORAL.TABLET";
        }
        if (form.contains("胶囊") || form.contains("胶丸")) {
            return "CHEM.ORAL.CAPSULE";
        }
        if (isOuter(form)) {
            return "CHEM.SKIN";
        }
        return has(form, "口服", "颗粒", "糖浆", "混悬", "散剂", "粉剂", "溶液剂")
                ? "CHEM.ORAL.OTHER"
                : "CHEM.OTHER";
    }

    private static boolean isOuter(String form) {
        return has(form, "贴", "乳膏", "软膏", "搽", "凝胶", "油剂", "乳胶", "外用", "喷雾", "泡沫", "涂膜");
    }

    private static boolean has(String form, String... words) {
        for (String word : words) {
            if (form.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
