/**
 * What every screen of MallHub shares: looks, languages, times, lists, notices and safe files. No
 * page of its own.
 */
@NullMarked
package io.mallhub.webkit;

import org.jspecify.annotations.NullMarked;
