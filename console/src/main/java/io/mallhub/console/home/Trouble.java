package io.mallhub.console.home;

import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Connections;
import io.mallhub.binding.FlowView;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.ExporterLag;
import io.mallhub.processes.Instances.InstanceQuery;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is broken now, for those who repair it. */
@Component
class Trouble {
    private final Instances instances;
    private final Connections connections;

    Trouble(Instances instances, Connections connections) {
        this.instances = instances;
        this.connections = connections;
    }

    Report now() {
        List<ConnectionView> all = connections.all();
        return new Report(
                instances.page(new InstanceQuery(null, null, null, true), PageRequest.first(5)),
                instances
                        .page(
                                new InstanceQuery(null, Instances.State.ACTIVE, null, false),
                                PageRequest.first(1))
                        .total(),
                all.stream().filter(connection -> connection.pausedReason() != null).toList(),
                all.stream()
                        .flatMap(connection -> connections.flows(connection.name()).stream())
                        .filter(flow -> flow.state() == FlowView.State.FAILING)
                        .toList(),
                all.stream().mapToLong(ConnectionView::openQuarantine).sum(),
                instances.lag());
    }

    /**
     * @param incidents instances with open incidents, newest first
     * @param quarantined open records over all connections
     */
    record Report(
            Page<InstanceRow> incidents,
            long running,
            List<ConnectionView> paused,
            List<FlowView> failing,
            long quarantined,
            List<ExporterLag> lag) {}
}
