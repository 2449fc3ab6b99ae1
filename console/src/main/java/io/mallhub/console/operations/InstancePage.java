package io.mallhub.console.operations;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.console.access.Missing;
import io.mallhub.processes.HeatMaps;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.InstanceView;
import io.mallhub.processes.Instances.VariableChange;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Tasks;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
@RequestMapping("/console/operations/{key:\\d+}")
class InstancePage {
    private final Instances instances;
    private final Tasks tasks;
    private final Diagrams diagrams;

    private final Repairs repairs;
    private final HeatMaps heat;

    InstancePage(
            Instances instances, Tasks tasks, Diagrams diagrams, Repairs repairs, HeatMaps heat) {
        this.repairs = repairs;
        this.heat = heat;
        this.diagrams = diagrams;
        this.instances = instances;
        this.tasks = tasks;
    }

    @GetMapping
    String instance(@PathVariable long key, Model model) {
        InstanceView instance = found(key);
        model.addAttribute("instance", instance);
        model.addAttribute("picture", diagrams.json(instance));
        model.addAttribute("history", byVariable(instances.history(key)));
        model.addAttribute("messages", instances.messages(key));
        model.addAttribute("repairs", repairs.of(key));
        model.addAttribute("decided", CommonTasks.DECIDED_VARIABLES);
        model.addAttribute("versions", heat.versions());
        model.addAttribute("moved", Live.position(instances.lag()));
        model.addAttribute("tasks", tasks.openFor(instance.row().businessNumber()));
        return "console/operations/instance";
    }

    @GetMapping(value = "/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String diagram(@PathVariable long key) {
        return instances.bpmnXml(found(key).definitionKey());
    }

    /** Newest value first, by name and scope. */
    private static Map<String, List<VariableChange>> byVariable(List<VariableChange> changes) {
        return changes.reversed().stream().collect(Collectors.groupingBy(VariableChange::name));
    }

    private InstanceView found(long key) {
        return instances.instance(key).orElseThrow(() -> new Missing("instance " + key));
    }
}
