/**
 * Stock per material and batch: receipts, issues, allocation by sales orders, first expired first
 * out.
 */
@NullMarked
package io.mallhub.simulator.inventory;

import org.jspecify.annotations.NullMarked;
