package io.mallhub.console.operations;

import io.mallhub.console.access.Missing;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Repairs.ItemState;
import io.mallhub.webkit.ListRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Repairs that were asked for, and how each went. */
@Controller
@RequestMapping("/console/operations/repairs")
class RepairPages {
    private final Repairs repairs;

    RepairPages(Repairs repairs) {
        this.repairs = repairs;
    }

    @GetMapping
    String batches(ListRequest list, Model model) {
        model.addAttribute("batches", repairs.batches(list.page()));
        return "console/operations/repairs";
    }

    @GetMapping("/{batch:\\d+}")
    String batch(
            @PathVariable long batch,
            @RequestParam @Nullable ItemState state,
            ListRequest list,
            Model model) {
        model.addAttribute(
                "batch", repairs.batch(batch).orElseThrow(() -> new Missing("repair " + batch)));
        model.addAttribute("items", repairs.items(batch, state, list.page()));
        model.addAttribute("states", ItemState.values());
        model.addAttribute("state", state);
        return "console/operations/repair";
    }
}
