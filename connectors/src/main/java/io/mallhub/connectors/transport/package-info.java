/** Bytes over HTTP to allowed hosts only, and a sure word on whether a request may have arrived. */
@NamedInterface("transport")
@NullMarked
package io.mallhub.connectors.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
