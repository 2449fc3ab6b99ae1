/** What can be promised: the ERP's figures, the mall's holds, and the equation between them. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package io.mallhub.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
