/** Credentials, limits and the one way that SOAP and REST calls take. */
@NullMarked
package io.mallhub.gateway.internal;

import org.jspecify.annotations.NullMarked;
