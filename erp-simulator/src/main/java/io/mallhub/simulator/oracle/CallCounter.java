package io.mallhub.simulator.oracle;

import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.stereotype.Component;

/** Calls received since the start or the last reset, broken and refused ones included. */
@Component
public class CallCounter {

    private static final int PROTOCOLS = Protocol.values().length;

    private final AtomicLongArray counts =
            new AtomicLongArray(Operation.values().length * PROTOCOLS);

    public void count(Operation operation, Protocol protocol) {
        counts.incrementAndGet(index(operation, protocol));
    }

    public Map<Operation, Map<Protocol, Long>> counts() {
        Map<Operation, Map<Protocol, Long>> all = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            Map<Protocol, Long> calls = new EnumMap<>(Protocol.class);
            for (Protocol protocol : Protocol.values()) {
                calls.put(protocol, counts.get(index(operation, protocol)));
            }
            all.put(operation, calls);
        }
        return all;
    }

    public void reset() {
        for (int i = 0; i < counts.length(); i++) {
            counts.set(i, 0);
        }
    }

    private static int index(Operation operation, Protocol protocol) {
        return operation.ordinal() * PROTOCOLS + protocol.ordinal();
    }
}
