package io.mallhub.routes.inbound;

import io.mallhub.binding.Turn;
import io.mallhub.connectors.ErpPage;

/** A page from the ERP, not yet applied. */
public record PageRead<T>(Turn turn, ErpPage<T> page) {}
