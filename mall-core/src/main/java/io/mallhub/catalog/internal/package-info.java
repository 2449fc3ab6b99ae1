/** How products are kept: reading of dirty ERP records, set-wise writing, search. */
@NullMarked
package io.mallhub.catalog.internal;

import org.jspecify.annotations.NullMarked;
