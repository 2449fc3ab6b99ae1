/** The quality desk: applications of companies, their documents and the decisions on them. */
@NullMarked
package io.mallhub.console.compliance;

import org.jspecify.annotations.NullMarked;
