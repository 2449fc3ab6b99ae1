package io.mallhub.simulator.seed;

/**
 * A row of the official list, every cell as it is.
 *
 * @param serial 序号, 1 to 3141
 */
record DrugRow(
        int serial,
        String approvalNo,
        String name,
        String holderCn,
        String holderEn,
        String makerCn,
        String makerEn,
        String dosageForm,
        String model,
        String drugCode,
        String drugCodeRemark) {}
