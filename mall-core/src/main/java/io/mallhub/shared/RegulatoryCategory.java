package io.mallhub.shared;

import java.util.Arrays;
import java.util.Optional;

/**
 * What the law takes a product for; a licence scope opens categories. The list of scope codes per
 * category and buyer type is data (customer context); the kinds themselves are law.
 */
public enum RegulatoryCategory {
    PRESCRIPTION("处方药"),
    OTC_A("甲类非处方药"),
    OTC_B("乙类非处方药"),
    BIOLOGICAL("生物制品"),
    VACCINE("疫苗"),
    TCM_PIECES("中药饮片"),
    ANABOLIC_PEPTIDE("蛋白同化制剂、肽类激素"),
    INSULIN("胰岛素"),
    CONTROLLED_COMPOUND("含特殊药品复方制剂"),
    PSYCHOTROPIC_II("第二类精神药品"),
    PSYCHOTROPIC_I("第一类精神药品"),
    NARCOTIC("麻醉药品"),
    DEVICE_II("第二类医疗器械"),
    DEVICE_III("第三类医疗器械"),
    HEALTH_FOOD("保健食品"),
    OTHER("其他");

    private final String chinese;

    RegulatoryCategory(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** By its name in any case or its Chinese word. */
    public static Optional<RegulatoryCategory> named(String text) {
        return Arrays.stream(values())
                .filter(it -> it.name().equalsIgnoreCase(text) || it.chinese.equals(text))
                .findFirst();
    }
}
