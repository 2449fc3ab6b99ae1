/** Process diagrams and decisions, and every name in them that code refers to. */
@NullMarked
package io.mallhub.bpmn;

import org.jspecify.annotations.NullMarked;
