/**
 * ERP connections, their policies, bindings between ERP and mall ids, flow states, quarantine and
 * the message log.
 */
@NullMarked
package io.mallhub.binding;

import org.jspecify.annotations.NullMarked;
