package io.mallhub.connectors.definition;

import io.mallhub.connectors.mapping.TimeFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** Whose calls carry a token that another call gives, and that may end. */
    sealed interface ByToken extends Auth {}

    /**
     * A login call gives a token for the other calls.
     *
     * @param login its template may use the secrets by name
     * @param token expression that finds it in the login's reply; empty for a cookie
     * @param cookie that is the token; empty when it stands in the reply
     * @param header that carries it; empty when templates put in {@code ${session}} themselves
     * @param value of that header, from {@code ${session}}
     * @param query parameters that every call but the login has; they may use the secrets by name
     */
    record Session(
            Operation login,
            String token,
            String cookie,
            String header,
            RequestTemplate value,
            Map<String, RequestTemplate> query,
            List<String> secretNames)
            implements ByToken {
        public Session {
            query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
            secretNames = List.copyOf(secretNames);
        }
    }

    /**
     * Client credentials of OAuth 2.0 (RFC 6749 §4.4), the token as bearer (RFC 6750).
     *
     * @param url of the token endpoint: a path of the connection's endpoint, or a whole address
     * @param scope empty for none
     * @param inBody client id and secret as form fields instead of HTTP basic
     */
    record OAuth2(String url, String scope, boolean inBody) implements ByToken {
        @Override
        public List<String> secretNames() {
            return List.of("clientId", "clientSecret");
        }
    }

    /**
     * Every call carries a digest of itself. Templates everywhere may use {@code ${signature}},
     * {@code ${time}} and {@code ${nonce}}; what is signed is the request without the signature.
     *
     * @param text that is signed
     * @param headers that every call has
     * @param query parameters that every call has
     * @param form fields that every form has
     */
    record Signed(
            SignatureAlgorithm algorithm,
            SignatureAlgorithm.Encoding encoding,
            RequestTemplate text,
            TimeFormat time,
            Map<String, RequestTemplate> headers,
            Map<String, RequestTemplate> query,
            Map<String, RequestTemplate> form,
            List<String> secretNames)
            implements Auth {
        public Signed {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
            query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
            form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
            secretNames = List.copyOf(secretNames);
        }
    }
}
