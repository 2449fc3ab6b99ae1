/** Price lists with their files, floors, and why something costs what it costs. */
@NullMarked
package io.mallhub.console.prices;

import org.jspecify.annotations.NullMarked;
