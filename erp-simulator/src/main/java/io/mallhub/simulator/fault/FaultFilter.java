package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Protocol;
import io.mallhub.simulator.oracle.CallCounter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands in front of both protocols: counts every call and breaks those that a switch strikes. */
final class FaultFilter extends OncePerRequestFilter {

    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

    private final FaultSwitches switches;
    private final FaultEffects effects;
    private final CallCounter calls;
    private final Overtaking overtaking;
    private final SoapCalls soap = new SoapCalls();
    private final RestCalls rest = new RestCalls();

    FaultFilter(
            FaultSwitches switches,
            FaultEffects effects,
            CallCounter calls,
            Overtaking overtaking) {
        this.switches = switches;
        this.effects = effects;
        this.calls = calls;
        this.overtaking = overtaking;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_REQUEST_BYTES + 1);
        if (body.length > MAX_REQUEST_BYTES) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        HttpServletRequest again = new RepeatableRequest(request, body);
        Optional<CallName> called =
                request.getRequestURI().startsWith("/ws/")
                        ? soap.of(body)
                        : rest.of(request.getMethod(), request.getRequestURI());
        if (called.isEmpty()) {
            chain.doFilter(again, response);
            return;
        }
        Protocol protocol = called.get().protocol();
        calls.count(called.get().operation(), protocol);
        List<FaultOrder> faults = switches.strike(called.get().operation(), protocol);
        long place = overtaking.arrive();
        try {
            apply(faults, called.get(), again, response, chain);
        } finally {
            overtaking.through(place);
        }
    }

    private void apply(
            List<FaultOrder> faults,
            CallName called,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (faults.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        FaultOrder fault = faults.getFirst();
        FilterChain rest =
                (req, res) ->
                        apply(
                                faults.subList(1, faults.size()),
                                called,
                                (HttpServletRequest) req,
                                (HttpServletResponse) res,
                                chain);
        effects.of(fault.kind()).apply(fault, new InterceptedCall(called, request, response, rest));
    }
}
