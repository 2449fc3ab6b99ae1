package io.mallhub.simulator.admin;

import io.mallhub.simulator.fault.FaultOrder;
import io.mallhub.simulator.fault.FaultSwitch;
import io.mallhub.simulator.fault.FaultSwitches;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fault switches. */
@RestController
@RequestMapping("/admin/faults")
class FaultAdmin {

    private final FaultSwitches switches;

    FaultAdmin(FaultSwitches switches) {
        this.switches = switches;
    }

    @GetMapping
    List<FaultSwitch> active() {
        return switches.active();
    }

    @PostMapping
    FaultSwitch add(@RequestBody FaultOrder order) {
        return switches.add(order);
    }

    @DeleteMapping
    void removeAll() {
        switches.removeAll();
    }

    @DeleteMapping("/{id}")
    void remove(@PathVariable long id) {
        switches.remove(id);
    }
}
