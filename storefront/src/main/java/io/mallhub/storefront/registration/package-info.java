/** Becoming a customer: company, documents, submission, and how the review stands. */
@NullMarked
package io.mallhub.storefront.registration;

import org.jspecify.annotations.NullMarked;
