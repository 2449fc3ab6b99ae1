/** Goods that staff shares by link: rates, distributors, links and what came of them. */
@NullMarked
package io.mallhub.console.distribution;

import org.jspecify.annotations.NullMarked;
