/** The REST interface, retrofitted by other people in other words. */
@NullMarked
package io.mallhub.simulator.rest;

import org.jspecify.annotations.NullMarked;
