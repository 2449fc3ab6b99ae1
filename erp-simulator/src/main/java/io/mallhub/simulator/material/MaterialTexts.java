package io.mallhub.simulator.material;

/** What others than the ERP's own people may change of a material. */
public record MaterialTexts(String name, String model, String dosageForm, String category) {}
