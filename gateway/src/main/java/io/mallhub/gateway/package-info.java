/**
 * What an ERP may call of the mall, over SOAP and REST: who it is, what it may do, and what becomes
 * of each record it brings. How records are applied is the routes' business.
 */
@NullMarked
package io.mallhub.gateway;

import org.jspecify.annotations.NullMarked;
