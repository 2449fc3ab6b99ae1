package io.mallhub.binding;

/**
 * A record lies ready for the ERP of this connection, which fetches it itself.
 *
 * @param mallId order, return or statement number, or the id of a customer
 * @param reference by which the ERP is to know it
 */
public record ReadyToFetch(Entity entity, String mallId, String reference, String connection) {}
