package io.mallhub.story;

import io.mallhub.faults.DemoShop;

/** Goods that the story can order. */
final class Product {
    private Product() {}

    /** A product in good stock, at a list price above the story's agreement price. */
    static String findPlentiful(RunningMall mall) {
        return DemoShop.awaitOpen(mall).dearerThan(100);
    }
}
