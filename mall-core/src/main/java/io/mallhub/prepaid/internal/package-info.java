/** Accounts, holds, entries and top-ups as tables, one writer per customer at a time. */
@NullMarked
package io.mallhub.prepaid.internal;

import org.jspecify.annotations.NullMarked;
