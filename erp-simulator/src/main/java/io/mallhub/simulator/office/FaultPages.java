package io.mallhub.simulator.office;

import io.mallhub.simulator.fault.FaultKind;
import io.mallhub.simulator.fault.FaultOrder;
import io.mallhub.simulator.fault.FaultSwitches;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.OptionStore;
import io.mallhub.simulator.kernel.Options;
import io.mallhub.simulator.kernel.Protocol;
import io.mallhub.simulator.oracle.CallCounter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Fault switches, options and the calls received so far. */
@Controller
@RequestMapping("/office/faults")
class FaultPages {

    private final FaultSwitches switches;
    private final OptionStore options;
    private final CallCounter calls;

    FaultPages(FaultSwitches switches, OptionStore options, CallCounter calls) {
        this.switches = switches;
        this.options = options;
        this.calls = calls;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("switches", switches.active());
        model.addAttribute("options", options.current());
        model.addAttribute("calls", calls.counts());
        model.addAttribute("kinds", FaultKind.values());
        model.addAttribute("operations", Operation.values());
        model.addAttribute("protocols", Protocol.values());
        return "faults";
    }

    @PostMapping
    String add(
            @RequestParam @Nullable Operation operation,
            @RequestParam @Nullable Protocol protocol,
            @RequestParam FaultKind kind,
            @RequestParam @Nullable Integer next,
            @RequestParam @Nullable Integer percent,
            @RequestParam @Nullable Integer delayMillis,
            @RequestParam @Nullable Integer retryAfterSeconds,
            @RequestParam @Nullable Integer skewSeconds) {
        switches.add(
                new FaultOrder(
                        operation,
                        protocol,
                        kind,
                        next,
                        percent == null ? null : percent / 100.0,
                        delayMillis,
                        retryAfterSeconds,
                        skewSeconds));
        return "redirect:/office/faults";
    }

    @PostMapping("/{id}/off")
    String off(@PathVariable long id) {
        switches.remove(id);
        return "redirect:/office/faults";
    }

    @PostMapping("/off")
    String allOff() {
        switches.removeAll();
        return "redirect:/office/faults";
    }

    @PostMapping("/options")
    String options(
            @RequestParam(defaultValue = "false") boolean refuseDuplicateReferences,
            @RequestParam(defaultValue = "false") boolean autoAccept) {
        options.change(new Options(refuseDuplicateReferences, autoAccept));
        return "redirect:/office/faults";
    }
}
