package io.mallhub.order;

/**
 * A delivery left the ERP's warehouse.
 *
 * @param complete nothing is left to ship
 * @param accepted the ERP had accepted the order in words before
 */
public record OrderShipped(
        String number, String erpDeliveryNumber, boolean complete, boolean accepted) {}
