/** All flows between the mall and the running ERP simulator, over both protocols. */
@NullMarked
package io.mallhub.routes.simulator;

import org.jspecify.annotations.NullMarked;
