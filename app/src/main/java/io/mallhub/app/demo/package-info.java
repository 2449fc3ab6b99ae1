/**
 * What a first look needs and a real installation never has: known logins, connections to the
 * simulator, a buyer.
 */
@NullMarked
package io.mallhub.app.demo;

import org.jspecify.annotations.NullMarked;
