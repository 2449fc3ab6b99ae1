/**
 * Camel flows between the mall and the ERPs; one package per flow, one class per route. They never
 * see the process engine: processes reach them through the ports of the mall core.
 */
@NullMarked
package io.mallhub.routes;

import org.jspecify.annotations.NullMarked;
