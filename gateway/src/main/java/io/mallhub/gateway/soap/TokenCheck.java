package io.mallhub.gateway.soap;

import io.mallhub.gateway.internal.Caller;
import io.mallhub.gateway.internal.Doorkeeper;
import io.mallhub.gateway.internal.UsedNonces;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.apache.cxf.message.Message;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.UsernameTokenUtil;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.message.token.UsernameToken;
import org.apache.wss4j.dom.validate.UsernameTokenValidator;

/** Checks the UsernameToken against the clients' secrets; a digest counts once. */
class TokenCheck extends UsernameTokenValidator {
    private final Doorkeeper doorkeeper;
    private final UsedNonces nonces;

    TokenCheck(Doorkeeper doorkeeper, UsedNonces nonces) {
        this.doorkeeper = doorkeeper;
        this.nonces = nonces;
    }

    @Override
    protected void verifyPlaintextPassword(UsernameToken token, RequestData data)
            throws WSSecurityException {
        String secret = Objects.requireNonNullElse(token.getPassword(), "");
        admit(doorkeeper.bySecret(token.getName(), secret), data);
    }

    @Override
    protected void verifyDigestPassword(UsernameToken token, RequestData data)
            throws WSSecurityException {
        String nonce = token.getNonce();
        String created = token.getCreated();
        if (nonce == null || created == null || token.getPassword() == null) {
            throw refused();
        }
        byte[] salt;
        try {
            salt = Base64.getMimeDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        byte[] shown = token.getPassword().strip().getBytes(StandardCharsets.US_ASCII);
        Optional<Caller> caller =
                doorkeeper.byDigest(
                        token.getName(),
                        secret -> MessageDigest.isEqual(shown, digest(salt, created, secret)));
        if (caller.isPresent()
                && !nonces.isFirstUse(caller.get(), Base64.getEncoder().encodeToString(salt))) {
            throw refused();
        }
        admit(caller, data);
    }

    private static byte[] digest(byte[] nonce, String created, String secret) {
        try {
            return UsernameTokenUtil.doPasswordDigest(nonce, created, secret)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (WSSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private static void admit(Optional<Caller> caller, RequestData data)
            throws WSSecurityException {
        ((Message) data.getMsgContext()).put(Caller.class, caller.orElseThrow(TokenCheck::refused));
    }

    private static WSSecurityException refused() {
        return new WSSecurityException(WSSecurityException.ErrorCode.FAILED_AUTHENTICATION);
    }
}
