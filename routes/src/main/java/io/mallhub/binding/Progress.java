package io.mallhub.binding;

import io.mallhub.connectors.Cursor;

/**
 * How far a turn has come with one page.
 *
 * @param next place up to which everything is applied or in quarantine
 * @param more whether the ERP has another page
 */
public record Progress(Cursor next, boolean more, Counts counts) {}
