package io.mallhub.connectors.definition;

import java.util.List;

/** How a caller shows who it is. */
public sealed interface Auth {
    /** Names of the secrets a connection must provide. */
    List<String> secretNames();

    record None() implements Auth {
        @Override
        public List<String> secretNames() {
            return List.of();
        }
    }

    /** HTTP basic. */
    record Basic() implements Auth {
        @Override
        public List<String> secretNames() {
            return List.of("username", "password");
        }
    }

    record Bearer() implements Auth {
        @Override
        public List<String> secretNames() {
            return List.of("token");
        }
    }

    /** A key in a header of its own. */
    record ApiKey(String header) implements Auth {
        @Override
        public List<String> secretNames() {
            return List.of("apiKey");
        }
    }

    /**
     * WS-Security UsernameToken in the SOAP header.
     *
     * @param digest password as digest with nonce and time, else as text
     */
    record UsernameToken(boolean digest) implements Auth {
        @Override
        public List<String> secretNames() {
            return List.of("username", "password");
        }
    }

    /**
     * A login call gives a token for the other calls.
     *
     * @param login its template may use the secrets by name
     * @param token expression that finds it in the login's reply
     * @param header that carries it; empty when templates put in {@code ${session}} themselves
     */
    record Session(Operation login, String token, String header, List<String> secretNames)
            implements Auth {
        public Session {
            secretNames = List.copyOf(secretNames);
        }
    }
}
