package io.mallhub.connectors.client;

/** The call was refused for its session and did nothing: log in again and repeat it, once. */
final class SessionExpired extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SessionExpired(String message) {
        super(message);
    }
}
