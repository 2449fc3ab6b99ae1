/**
 * A day in the life of each user, in the browser, on one running hub: what a desk has to decide
 * comes to its list, is looked at, decided, and has its effect in the mall and in the ERP.
 */
package io.mallhub.day;
