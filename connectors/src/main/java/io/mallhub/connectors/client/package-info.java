/** ERP clients from definitions: calls, sessions, faults, pages, exchange log. */
@NullMarked
package io.mallhub.connectors.client;

import org.jspecify.annotations.NullMarked;
