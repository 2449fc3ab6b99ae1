/** The REST interface: the same operations as JSON, keys and tokens, repeated requests. */
@NullMarked
package io.mallhub.gateway.rest;

import org.jspecify.annotations.NullMarked;
