/** The message centre: what the mall has told the company. */
@NullMarked
package io.mallhub.storefront.messages;

import org.jspecify.annotations.NullMarked;
