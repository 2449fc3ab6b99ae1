/** The whole hub as a user starts it, followed from registration to shipment in a real browser. */
package io.mallhub.story;
