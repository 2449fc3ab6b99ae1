package io.mallhub.connectors.soap;

import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.WSS4JConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;

/**
 * Puts name and password into the security header.
 *
 * @param digest as digest with nonce and time, else as text
 */
public record UsernameTokenSecurity(String username, String password, boolean digest)
        implements SoapWire.Security {
    @Override
    public void secure(Client client) {
        CallbackHandler secret =
                callbacks -> {
                    for (Callback callback : callbacks) {
                        ((WSPasswordCallback) callback).setPassword(password);
                    }
                };
        client.getOutInterceptors()
                .add(
                        new WSS4JOutInterceptor(
                                Map.of(
                                        ConfigurationConstants.ACTION,
                                        ConfigurationConstants.USERNAME_TOKEN,
                                        ConfigurationConstants.USER,
                                        username,
                                        ConfigurationConstants.PASSWORD_TYPE,
                                        digest ? WSS4JConstants.PW_DIGEST : WSS4JConstants.PW_TEXT,
                                        ConfigurationConstants.PW_CALLBACK_REF,
                                        secret)));
    }

    @Override
    public String toString() {
        return "UsernameTokenSecurity[" + username + "]";
    }
}
