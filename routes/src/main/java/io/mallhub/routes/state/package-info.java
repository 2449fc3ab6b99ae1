/**
 * Products and customers both ways: what both sides may set, who has changed it, and how the mall's
 * changes get into the ERP.
 */
@NullMarked
package io.mallhub.routes.state;

import org.jspecify.annotations.NullMarked;
