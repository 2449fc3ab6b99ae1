/** Every page as a browser draws it, in both languages, both themes, wide and on a phone. */
@NullMarked
package io.mallhub.storefront.screens;

import org.jspecify.annotations.NullMarked;
