/** The form in which companies hand in qualification documents, wherever they do. */
@NullMarked
package io.mallhub.storefront.documents;

import org.jspecify.annotations.NullMarked;
