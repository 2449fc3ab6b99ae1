package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The switches that are on. Forgotten when the process ends. */
@Component
public class FaultSwitches {

    private final List<FaultSwitch> switches = new ArrayList<>();
    private final RandomGenerator dice = RandomGenerator.getDefault();
    private final Now now;
    private long lastId;

    FaultSwitches(Now now) {
        this.now = now;
    }

    public synchronized FaultSwitch add(FaultOrder order) {
        FaultSwitch added = new FaultSwitch(++lastId, order, 0);
        switches.add(added);
        setClock();
        return added;
    }

    /** Oldest first; a switch that has struck its last call is gone. */
    public synchronized List<FaultSwitch> active() {
        return List.copyOf(switches);
    }

    public synchronized void remove(long id) {
        switches.removeIf(s -> s.id() == id);
        setClock();
    }

    public synchronized void removeAll() {
        switches.clear();
        setClock();
    }

    /** What breaks this call: at most one delay and one other fault, the oldest switches first. */
    synchronized List<FaultOrder> strike(Operation operation, Protocol protocol) {
        List<FaultOrder> struck = new ArrayList<>();
        boolean delayed = false;
        boolean broken = false;
        for (int i = 0; i < switches.size(); i++) {
            FaultOrder order = switches.get(i).order();
            boolean isDelay = order.kind() == FaultKind.DELAY;
            if ((isDelay ? delayed : broken)
                    || !order.matches(operation, protocol)
                    || !falls(order)) {
                continue;
            }
            delayed |= isDelay;
            broken |= !isDelay;
            switches.set(i, switches.get(i).once());
            if (isDelay) {
                struck.addFirst(order);
            } else {
                struck.addLast(order);
            }
        }
        switches.removeIf(FaultSwitch::worn);
        return struck;
    }

    /** By the oldest switch that asks for it. */
    private void setClock() {
        now.skew(
                Duration.ofSeconds(
                        switches.stream()
                                .map(it -> it.order().skewSeconds())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(0)));
    }

    private boolean falls(FaultOrder order) {
        Double probability = order.probability();
        return probability == null || dice.nextDouble() < probability;
    }
}
