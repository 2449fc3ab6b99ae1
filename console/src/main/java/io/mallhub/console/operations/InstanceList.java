package io.mallhub.console.operations;

import io.mallhub.console.access.Missing;
import io.mallhub.processes.HeatMaps;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.InstanceSearch.Cursor;
import io.mallhub.processes.InstanceSearch.Found;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.SavedSearches;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Times;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Search of instances; the URL holds all of it. */
@Controller
@RequestMapping("/console/operations")
class InstanceList {
    private static final int SIZE = 50;
    private static final int MOST_COUNTED = 1_000;
    private final Instances instances;
    private final InstanceSearch search;
    private final HeatMaps heat;
    private final SavedSearches saved;
    private final InstanceSheet sheet;
    private final Times times;

    InstanceList(
            Instances instances,
            InstanceSearch search,
            HeatMaps heat,
            SavedSearches saved,
            InstanceSheet sheet,
            Times times) {
        this.instances = instances;
        this.search = search;
        this.heat = heat;
        this.saved = saved;
        this.sheet = sheet;
        this.times = times;
    }

    @GetMapping("/instances")
    String list(
            InstanceFilter filter,
            @RequestParam @Nullable String after,
            ListRequest list,
            HttpServletRequest request,
            Model model) {
        Criteria criteria = filter.criteria(times.zone());
        Found found =
                search.found(
                        criteria, after == null ? null : Cursor.of(after), SIZE, MOST_COUNTED + 1);
        model.addAttribute("filter", filter);
        model.addAttribute("slice", found.slice());
        model.addAttribute("first", after == null);
        model.addAttribute("count", found.count());
        model.addAttribute("most", MOST_COUNTED);
        model.addAttribute("versions", heat.versions());
        model.addAttribute("states", State.values());
        model.addAttribute("saved", saved.all());
        model.addAttribute("query", FilterFields.query(request));
        model.addAttribute("carried", FilterFields.of(request));
        model.addAttribute("moved", Live.position(instances.lag()));
        return "console/operations/instances";
    }

    @GetMapping("/instances/export")
    ResponseEntity<byte[]> export(InstanceFilter filter) {
        return sheet.of(filter.criteria(times.zone()));
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
