/** The company's own data: qualifications and their expiry, credit, users. */
@NullMarked
package io.mallhub.storefront.company;

import org.jspecify.annotations.NullMarked;
