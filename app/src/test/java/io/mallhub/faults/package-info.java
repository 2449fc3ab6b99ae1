/**
 * The fault matrix on the whole hub: parts are really killed or broken, and an oracle outside the
 * hub counts.
 */
package io.mallhub.faults;
