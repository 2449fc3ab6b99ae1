package io.mallhub.simulator.customer;

/** What an interface says about a customer it creates. Empty where it says nothing. */
public record NewCustomer(
        String clientNumber,
        String name,
        String taxNo,
        String province,
        String address,
        String contact,
        String phone) {}
