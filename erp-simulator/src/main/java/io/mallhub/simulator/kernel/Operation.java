package io.mallhub.simulator.kernel;

/**
 * What the interfaces offer, whatever the protocol. Fault switches and the oracle speak of these.
 */
public enum Operation {
    LIST_MATERIALS,
    FIND_MATERIAL,
    UPDATE_MATERIAL,
    LIST_STOCK,
    LIST_CUSTOMERS,
    FIND_CUSTOMER,
    CREATE_CUSTOMER,
    UPDATE_CUSTOMER,
    LIST_ORDERS,
    FIND_ORDER,
    CREATE_ORDER,
    VOID_ORDER,
    LIST_RETURNS,
    FIND_RETURN,
    CREATE_RETURN,
    VOID_RETURN,
    FIND_VOUCHER,
    CREATE_VOUCHER
}
