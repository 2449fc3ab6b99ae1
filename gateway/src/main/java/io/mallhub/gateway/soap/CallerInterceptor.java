package io.mallhub.gateway.soap;

import io.mallhub.gateway.internal.CallFilter;
import io.mallhub.gateway.internal.CallRefused;
import io.mallhub.gateway.internal.Caller;
import io.mallhub.gateway.internal.Calls;
import io.mallhub.gateway.internal.Doorkeeper;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;

/** Who calls: HTTP basic where it comes with the request, else a UsernameToken in the header. */
class CallerInterceptor extends WSS4JInInterceptor {
    private final Doorkeeper doorkeeper;
    private final Calls calls;
    private final MallFaults faults;

    CallerInterceptor(
            Map<String, Object> tokenRules, Doorkeeper doorkeeper, Calls calls, MallFaults faults) {
        super(tokenRules);
        this.doorkeeper = doorkeeper;
        this.calls = calls;
        this.faults = faults;
    }

    @Override
    public void handleMessage(SoapMessage message) {
        if ("GET".equals(message.get(org.apache.cxf.message.Message.HTTP_REQUEST_METHOD))) {
            return;
        }
        AuthorizationPolicy basic = message.get(AuthorizationPolicy.class);
        if (basic != null && basic.getUserName() != null) {
            message.put(Caller.class, known(basic, message));
        } else {
            super.handleMessage(message);
        }
        Caller caller = Objects.requireNonNull(message.get(Caller.class));
        CallFilter.note(SoapCall.request(message)).by(caller);
        try {
            calls.admit(caller);
        } catch (CallRefused refused) {
            throw faults.of(refused, message);
        }
    }

    private Caller known(AuthorizationPolicy basic, SoapMessage message) {
        Optional<Caller> caller =
                doorkeeper.bySecret(
                        basic.getUserName(), Objects.requireNonNullElse(basic.getPassword(), ""));
        return caller.orElseThrow(
                () -> faults.of(CallRefused.because(401, "sign-in.needed", ""), message));
    }
}
