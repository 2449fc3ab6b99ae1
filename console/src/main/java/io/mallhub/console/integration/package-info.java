/** ERP connections, their flows, quarantined records and raw messages. */
@NullMarked
package io.mallhub.console.integration;

import org.jspecify.annotations.NullMarked;
