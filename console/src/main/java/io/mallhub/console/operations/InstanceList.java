package io.mallhub.console.operations;

import io.mallhub.console.access.Missing;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.InstanceQuery;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.processes.Instances.State;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheet;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/console/operations")
class InstanceList {
    private static final List<String> PROCESSES =
            List.of("customer-registration", "order-approval");
    private final Instances instances;
    private final Words words;
    private final Times times;

    InstanceList(Instances instances, Words words, Times times) {
        this.instances = instances;
        this.words = words;
        this.times = times;
    }

    record Filter(
            @Nullable String process,
            @Nullable State state,
            @Nullable String text,
            @Nullable Boolean incidents) {
        InstanceQuery query() {
            return new InstanceQuery(
                    blankToNull(process), state, blankToNull(text), incidentsOnly());
        }

        public boolean incidentsOnly() {
            return Boolean.TRUE.equals(incidents);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }
    }

    @GetMapping
    String list(Filter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("processes", PROCESSES);
        model.addAttribute("states", State.values());
        model.addAttribute("instances", instances.page(filter.query(), list.page()));
        return "console/operations/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(Filter filter, ListRequest list) {
        return new Spreadsheet<InstanceRow>("instances")
                .column(words.code("console.instance.key"), row -> String.valueOf(row.key()))
                .column(
                        words.code("console.instance.process"),
                        row -> words.code("process." + row.process()))
                .column(words.code("console.instance.business"), InstanceRow::businessNumber)
                .column(words.code("console.list.state"), row -> words.of(row.state()))
                .column(
                        words.code("console.instance.at"),
                        row -> String.join(", ", row.currentElements()))
                .column(words.code("console.instance.incidents"), InstanceRow::incidents)
                .column(words.code("console.instance.started"), row -> times.text(row.startedAt()))
                .of(list.all(page -> instances.page(filter.query(), page)));
    }

    /** The newest instance about an order or application number. */
    @GetMapping("/about/{number}")
    String about(@PathVariable String number) {
        return instances.about(number).stream()
                .findFirst()
                .map(row -> "redirect:/console/operations/" + row.key())
                .orElseThrow(() -> new Missing("process about " + number));
    }
}
