package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;

/**
 * Which operation a request calls.
 *
 * @param name its name in the protocol: the SOAP operation, or the REST path
 */
record CallName(Operation operation, Protocol protocol, String name) {}
