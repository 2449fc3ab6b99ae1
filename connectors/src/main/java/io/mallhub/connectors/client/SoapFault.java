package io.mallhub.connectors.client;

import io.mallhub.connectors.definition.FailureRules;
import io.mallhub.connectors.definition.FailureRules.Meaning;
import io.mallhub.connectors.mapping.ReplyLanguage;
import java.util.Optional;
import java.util.Set;

/**
 * A SOAP fault of either version.
 *
 * @param code local part of the most specific code
 */
record SoapFault(String code, String words) {
    /** WS-Security 1.1 §12, and what WSS4J says instead of telling an attacker more. */
    private static final Set<String> SECURITY =
            Set.of(
                    "FailedAuthentication",
                    "FailedCheck",
                    "InvalidSecurity",
                    "InvalidSecurityToken",
                    "SecurityTokenUnavailable",
                    "MessageExpired",
                    "SecurityError");

    /** The sender's fault, so the receiver did nothing. */
    private static final Set<String> SENDER =
            Set.of("Client", "Sender", "MustUnderstand", "VersionMismatch");

    static Optional<SoapFault> in(ReplyLanguage.Document reply) {
        if (!reply.holds("/Envelope/Body/Fault")) {
            return Optional.empty();
        }
        String code =
                reply.text("/Envelope/Body/Fault/(Code/Subcode/Value, Code/Value, faultcode)[1]");
        String words = reply.text("/Envelope/Body/Fault/(Reason/Text, faultstring)[1]");
        return Optional.of(
                new SoapFault(
                        code == null ? "" : code.strip().replaceFirst("^.*:", ""),
                        words == null ? "" : words.strip()));
    }

    /** What the definition says of it, else what the standards say. */
    Meaning meaning(FailureRules rules, boolean writing) {
        return rules.named(code, words).orElseGet(() -> usual(writing));
    }

    private Meaning usual(boolean writing) {
        if (SECURITY.contains(code)) {
            return Meaning.CREDENTIALS_REFUSED;
        }
        if (SENDER.contains(code.replaceFirst("\\..*", ""))) {
            return Meaning.REJECTED;
        }
        return writing ? Meaning.OUTCOME_UNKNOWN : Meaning.UNAVAILABLE;
    }
}
