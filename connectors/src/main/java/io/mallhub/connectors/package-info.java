/** Speaking to an ERP: one client per connection, built from a definition that is data. */
@NullMarked
package io.mallhub.connectors;

import org.jspecify.annotations.NullMarked;
