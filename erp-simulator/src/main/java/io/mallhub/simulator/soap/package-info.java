/** The SOAP service of the WSDL, in the words of 2005. */
@NullMarked
package io.mallhub.simulator.soap;

import org.jspecify.annotations.NullMarked;
