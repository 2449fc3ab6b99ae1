/** From bytes to canonical records: decoding, parsing, expressions, typed fields with reasons. */
@NullMarked
package io.mallhub.connectors.mapping;

import org.jspecify.annotations.NullMarked;
