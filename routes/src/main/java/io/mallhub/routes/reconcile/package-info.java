/** Full comparisons of an ERP with the mall, and how what they find is repaired. */
@NullMarked
package io.mallhub.routes.reconcile;

import org.jspecify.annotations.NullMarked;
