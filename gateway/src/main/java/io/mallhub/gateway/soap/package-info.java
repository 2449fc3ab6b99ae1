/** The SOAP endpoint: contract, WS-Security and the limits of a message. */
@NullMarked
package io.mallhub.gateway.soap;

import org.jspecify.annotations.NullMarked;
