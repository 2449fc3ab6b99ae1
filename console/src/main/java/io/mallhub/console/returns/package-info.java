/** The returns desk: requests, goods in quarantine, inspection on a tablet, refunds. */
@NullMarked
package io.mallhub.console.returns;

import org.jspecify.annotations.NullMarked;
