package io.mallhub.simulator.customer;

/** What an interface may change of a customer. */
public record CustomerTexts(
        String name, String province, String address, String contact, String phone) {}
