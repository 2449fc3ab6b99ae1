package io.mallhub.runtime;

/** A port chosen by configuration is in use by another program. */
public final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortTaken(int port, String purpose, Throwable cause) {
        super(
                "port %d, wanted for %s, is taken by another program: free it, or choose another port (0 takes any free one)"
                        .formatted(port, purpose),
                cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
