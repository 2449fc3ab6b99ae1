/**
 * The language in which an ERP is described, and its loading with errors that name file and line.
 */
@NullMarked
package io.mallhub.connectors.definition;

import org.jspecify.annotations.NullMarked;
