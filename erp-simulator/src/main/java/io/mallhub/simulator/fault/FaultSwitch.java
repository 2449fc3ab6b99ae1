package io.mallhub.simulator.fault;

/**
 * A switch that is on.
 *
 * @param struck how many calls it has broken so far
 */
public record FaultSwitch(long id, FaultOrder order, int struck) {

    boolean worn() {
        Integer next = order.next();
        return next != null && struck >= next;
    }

    FaultSwitch once() {
        return new FaultSwitch(id, order, struck + 1);
    }
}
