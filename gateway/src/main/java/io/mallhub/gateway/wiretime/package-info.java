/** How times travel between an ERP and the mall; the classes of the contract read them so. */
@NullMarked
package io.mallhub.gateway.wiretime;

import org.jspecify.annotations.NullMarked;
