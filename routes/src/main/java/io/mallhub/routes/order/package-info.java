/** Orders to an ERP, and what becomes of them from it. */
@NullMarked
package io.mallhub.routes.order;

import org.jspecify.annotations.NullMarked;
