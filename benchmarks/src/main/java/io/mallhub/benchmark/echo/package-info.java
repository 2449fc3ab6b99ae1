/** The reference of calls: the same message through CXF and back, and nothing done with it. */
@NullMarked
package io.mallhub.benchmark.echo;

import org.jspecify.annotations.NullMarked;
