package io.mallhub.sandbox;

import java.util.EnumMap;
import java.util.Map;

/** Which faults are on, and how often they still strike. */
final class Faults {
    private final Map<Fault, Integer> left = new EnumMap<>(Fault.class);

    /**
     * @param times 0 switches it off
     */
    synchronized void set(Fault fault, int times) {
        left.put(fault, Math.clamp(times, 0, 1_000_000));
    }

    /** Strikes now, and once less from now on. */
    synchronized boolean strikes(Fault fault) {
        int times = left(fault);
        if (times > 0) {
            left.put(fault, times - 1);
        }
        return times > 0;
    }

    synchronized int left(Fault fault) {
        return left.getOrDefault(fault, 0);
    }
}
