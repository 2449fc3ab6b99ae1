/**
 * A payment provider to try with. It speaks Alipay's open interface with keys of its own, shows a
 * page on which a payer pays or gives up, sends notices, and goes wrong in the ways real ones do.
 */
@NullMarked
package io.mallhub.sandbox;

import org.jspecify.annotations.NullMarked;
