package io.mallhub.commission;

import io.mallhub.shared.Money;

/** Commission arrived in the beneficiary's account; told once. */
public record CommissionPaid(String number, String beneficiary, Money amount) {}
