package io.mallhub.console.operations;

import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.ExporterLag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells an open page whether anything happened in the engine since it was drawn: one row per
 * partition is read. Polled, not pushed: no connection stays open per tab, any proxy lets it
 * through, and any node can answer.
 */
@Controller
@RequestMapping("/console/operations/pulse")
class Live {
    private final Instances instances;

    Live(Instances instances) {
        this.instances = instances;
    }

    /** 204 while nothing happened, else where the engine is now. */
    @GetMapping
    ResponseEntity<String> pulse(@RequestParam(defaultValue = "-1") long since) {
        long now = position(instances.lag());
        return now == since
                ? ResponseEntity.noContent().build()
                : ResponseEntity.ok(Long.toString(now));
    }

    static long position(List<ExporterLag> lag) {
        return lag.stream().mapToLong(ExporterLag::exported).sum();
    }
}
