package io.mallhub.console.operations;

import io.mallhub.console.access.Missing;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Repairs.Batch;
import io.mallhub.processes.Repairs.Item;
import io.mallhub.processes.Repairs.ItemState;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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
    private final Spreadsheets sheets;
    private final Words words;

    RepairPages(Repairs repairs, Spreadsheets sheets, Words words) {
        this.repairs = repairs;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String batches(ListRequest list, Model model) {
        model.addAttribute("batches", repairs.batches(list.page()));
        return "console/operations/repairs";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        return sheets.<Batch>of("repairs")
                .column("#", Batch::number)
                .column("console.ops.repair.kind", it -> words.code("repair.kind." + it.kind()))
                .column("console.reason", Batch::reason)
                .column("console.ops.repair.done", Batch::done)
                .column("console.ops.repair.failed", Batch::failed)
                .column("console.ops.repair.waiting", Batch::waiting)
                .column("console.ops.repair.stopped", Batch::stopped)
                .column("console.ops.by", Batch::staff)
                .column("console.ops.at", Batch::at)
                .file(list.rows(repairs::batches));
    }

    @GetMapping("/{batch:\\d+}")
    String batch(
            @PathVariable long batch,
            @RequestParam @Nullable ItemState state,
            ListRequest list,
            Model model) {
        model.addAttribute("batch", found(batch));
        model.addAttribute("items", repairs.items(batch, state, list.page()));
        model.addAttribute("states", ItemState.values());
        model.addAttribute("state", state);
        return "console/operations/repair";
    }

    @GetMapping("/{batch:\\d+}/export")
    ResponseEntity<byte[]> export(
            @PathVariable long batch, @RequestParam @Nullable ItemState state, ListRequest list) {
        return sheets.<Item>of("repair-" + found(batch).number())
                .column("console.instance.business", Item::businessNumber)
                .column("console.instance.key", it -> String.valueOf(it.instance()))
                .column("console.list.state", Item::state)
                .column("console.ops.repair.outcome", it -> words.code(it.outcome()))
                .column("console.ops.at", Item::doneAt)
                .file(list.rows(page -> repairs.items(batch, state, page)));
    }

    private Batch found(long batch) {
        return repairs.batch(batch).orElseThrow(() -> new Missing("repair " + batch));
    }
}
