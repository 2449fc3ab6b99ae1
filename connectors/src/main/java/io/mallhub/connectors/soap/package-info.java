/** SOAP envelopes by CXF: binding, SOAPAction, WS-Security. */
@NullMarked
package io.mallhub.connectors.soap;

import org.jspecify.annotations.NullMarked;
