/** Returns to an ERP, and the goods its warehouse took. */
@NullMarked
package io.mallhub.routes.returns;

import org.jspecify.annotations.NullMarked;
