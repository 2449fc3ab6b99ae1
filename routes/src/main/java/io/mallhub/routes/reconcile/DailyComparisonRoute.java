package io.mallhub.routes.reconcile;

import io.mallhub.binding.DailyComparisons;
import io.mallhub.routes.inbound.InboundFlows;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** {@code erp-daily-comparison}: looks every half minute whether one is to be started. */
@Component
class DailyComparisonRoute extends RouteBuilder {
    static final String ID = "erp-daily-comparison";

    private final DailyComparisons comparisons;
    private final InboundFlows.Settings settings;

    DailyComparisonRoute(DailyComparisons comparisons, InboundFlows.Settings settings) {
        this.comparisons = comparisons;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from("timer:" + ID + "?period=30s")
                .routeId(ID)
                .autoStartup(settings.autoStart())
                .process(exchange -> comparisons.startDue());
    }
}
