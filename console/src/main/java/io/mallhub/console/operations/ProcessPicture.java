package io.mallhub.console.operations;

import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.processes.Instances.InstanceView;
import io.mallhub.processes.Repairs;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The process of a business number on the page of that number. */
@Component
public class ProcessPicture {
    private final Instances instances;
    private final Repairs repairs;
    private final Diagrams diagrams;

    ProcessPicture(Instances instances, Repairs repairs, Diagrams diagrams) {
        this.instances = instances;
        this.repairs = repairs;
        this.diagrams = diagrams;
    }

    /**
     * Adds {@code instances}, and of the newest {@code instance}, {@code picture} and {@code
     * repairs}, which are missing before the engine has begun.
     */
    public void show(String businessNumber, Model model) {
        List<InstanceRow> all = instances.about(businessNumber);
        model.addAttribute("instances", all);
        newest(all)
                .ifPresent(
                        instance -> {
                            model.addAttribute("instance", instance);
                            model.addAttribute("picture", diagrams.json(instance));
                            model.addAttribute("repairs", repairs.of(instance.row().key()));
                        });
    }

    /** Diagram of the version that the newest instance runs on. */
    public Optional<String> diagram(String businessNumber) {
        return newest(instances.about(businessNumber))
                .map(instance -> instances.bpmnXml(instance.definitionKey()));
    }

    private Optional<InstanceView> newest(List<InstanceRow> all) {
        return all.stream().findFirst().flatMap(row -> instances.instance(row.key()));
    }
}
