package io.mallhub.console.operations;

import io.mallhub.console.access.Missing;
import io.mallhub.processes.HeatMaps;
import io.mallhub.processes.HeatMaps.Heat;
import io.mallhub.processes.HeatMaps.Version;
import io.mallhub.processes.Instances;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Processes by version, and where the instances of one stand, are stuck and lose time. */
@Controller
@RequestMapping("/console/operations")
class ProcessPage {
    private static final int LONGEST_HOURS = 24 * 90;
    private final HeatMaps heat;
    private final Instances instances;
    private final Diagrams diagrams;
    private final Clock clock;

    ProcessPage(HeatMaps heat, Instances instances, Diagrams diagrams, Clock clock) {
        this.heat = heat;
        this.instances = instances;
        this.diagrams = diagrams;
        this.clock = clock;
    }

    /**
     * @param definition the version to draw; without one the version with most instances
     * @param hours durations of the last so many hours
     */
    @GetMapping
    String processes(
            @RequestParam @Nullable Long definition,
            @RequestParam(defaultValue = "24") int hours,
            Model model) {
        List<Version> versions = heat.versions();
        int window = Math.clamp(hours, 1, LONGEST_HOURS);
        model.addAttribute("versions", versions);
        model.addAttribute("hours", window);
        model.addAttribute("windows", List.of(1, 24, 24 * 7, 24 * 30));
        model.addAttribute("lag", instances.lag());
        model.addAttribute("moved", Live.position(instances.lag()));
        chosen(versions, definition)
                .ifPresent(
                        version -> {
                            List<Heat> elements =
                                    heat.heat(
                                            version.definitionKey(),
                                            clock.instant().minus(Duration.ofHours(window)));
                            model.addAttribute("version", version);
                            model.addAttribute("elements", elements);
                            model.addAttribute("picture", diagrams.heat(elements));
                        });
        return "console/operations/processes";
    }

    @GetMapping(
            value = "/versions/{definition:\\d+}/diagram",
            produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable long definition) {
        return heat.version(definition)
                .map(version -> instances.bpmnXml(version.definitionKey()))
                .orElseThrow(() -> new Missing("version " + definition));
    }

    private static java.util.Optional<Version> chosen(
            List<Version> versions, @Nullable Long definition) {
        return versions.stream()
                .filter(v -> definition == null || v.definitionKey() == definition)
                .max(Comparator.comparingLong(Version::running));
    }
}
