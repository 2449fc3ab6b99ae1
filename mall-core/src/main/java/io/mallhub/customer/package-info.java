/**
 * Buyer companies: application, qualification documents with versions and scope, and the licence
 * gate.
 */
@NullMarked
package io.mallhub.customer;

import org.jspecify.annotations.NullMarked;
