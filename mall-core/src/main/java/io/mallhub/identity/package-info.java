/** People who sign in: staff with roles, and the users of buyer companies with rights. */
@NullMarked
package io.mallhub.identity;

import org.jspecify.annotations.NullMarked;
