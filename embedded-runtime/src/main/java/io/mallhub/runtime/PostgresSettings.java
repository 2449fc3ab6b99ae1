package io.mallhub.runtime;

/**
 * How to run an embedded PostgreSQL.
 *
 * @param name names the server, its subfolder and its log: one data folder can hold several
 * @param port 0 takes any free port
 * @param durable false only for tests: faster, but a crash of the machine may damage the data
 */
public record PostgresSettings(String name, int port, boolean durable) {

    /** The hub's own durable server on any free port. */
    public static PostgresSettings standard() {
        return new PostgresSettings("postgres", 0, true);
    }

    public PostgresSettings named(String newName) {
        return new PostgresSettings(newName, port, durable);
    }

    public PostgresSettings onPort(int newPort) {
        return new PostgresSettings(name, newPort, durable);
    }

    public PostgresSettings forTests() {
        return new PostgresSettings(name, port, false);
    }
}
