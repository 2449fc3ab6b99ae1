package io.mallhub.simulator.seed;

import java.util.Arrays;

/**
 * Classes of dosage forms: the middle of a material code, the unit, and what such goods cost at
 * wholesale.
 */
enum DosageClass {
    INJECTION("02", "支", 180, "注射", "植入", "试剂"),
    TABLET("01", "盒", 45, "片剂", "咀嚼", "/Tablets"),
    CAPSULE("03", "盒", 60, "胶囊"),
    LIQUID("04", "瓶", 38, "口服", "溶液", "糖浆", "滴剂", "混悬", "灌肠"),
    EYE_NOSE("05", "瓶", 42, "眼", "鼻"),
    INHALED("06", "支", 150, "吸入", "气雾", "喷雾"),
    SKIN("07", "支", 28, "贴", "搽", "乳膏", "凝胶", "软膏", "乳胶", "油剂"),
    OTHER("09", "盒", 35);

    private final String number;
    private final String unit;
    private final int typicalPrice;
    private final String[] words;

    DosageClass(String number, String unit, int typicalPrice, String... words) {
        this.number = number;
        this.unit = unit;
        this.typicalPrice = typicalPrice;
        this.words = words;
    }

    static DosageClass of(String dosageForm) {
        return Arrays.stream(values())
                .filter(c -> Arrays.stream(c.words).anyMatch(dosageForm::contains))
                .findFirst()
                .orElse(OTHER);
    }

    String number() {
        return number;
    }

    String unit() {
        return unit;
    }

    /** Yuan per unit. */
    int typicalPrice() {
        return typicalPrice;
    }
}
