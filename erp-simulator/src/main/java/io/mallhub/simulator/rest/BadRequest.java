package io.mallhub.simulator.rest;

/** The request itself is wrong: HTTP 400. */
final class BadRequest extends RuntimeException {

    BadRequest(String message) {
        super(message, null, false, false);
    }
}
