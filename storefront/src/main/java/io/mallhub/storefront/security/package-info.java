/** Who is at the buyers' door: sign-in, sessions, and the one company a request may act for. */
@NullMarked
package io.mallhub.storefront.security;

import org.jspecify.annotations.NullMarked;
