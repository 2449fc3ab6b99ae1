/**
 * Haitang HT2005: a made-up inventory system of 2005 to integrate with. It knows nothing of the
 * mall.
 */
@NullMarked
package io.mallhub.simulator;

import org.jspecify.annotations.NullMarked;
