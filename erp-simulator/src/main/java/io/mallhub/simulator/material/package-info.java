/**
 * The material file: the official list of drugs as the ERP keeps it, with units, tax and prices.
 */
@NullMarked
package io.mallhub.simulator.material;

import org.jspecify.annotations.NullMarked;
