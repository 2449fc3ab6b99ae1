package io.mallhub.prepaid;

import io.mallhub.shared.CustomerId;

/** Who may top up prepaid money. Answered by whoever knows how customers may pay. */
public interface TopUpGate {
    boolean mayTopUp(CustomerId customer);
}
