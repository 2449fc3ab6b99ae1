/** Starting, ending and emptying the hub as a person at a terminal does. */
@org.jspecify.annotations.NullMarked
package io.mallhub.app;
