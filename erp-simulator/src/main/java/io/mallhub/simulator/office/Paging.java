package io.mallhub.simulator.office;

import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Page;
import java.time.Instant;
import org.springframework.ui.Model;

/** Pages of 25 rows for people. */
final class Paging {

    private static final int ROWS = 25;
    private static final int LAST_PAGE = 10_000;

    private Paging() {}

    /** Pages count from 1. */
    static ListPoint point(int page) {
        int shown = Math.clamp(page, 1, LAST_PAGE);
        return new ListPoint(Instant.EPOCH, "", ROWS, (shown - 1) * ROWS);
    }

    static void show(Model model, String path, String q, int page, Page<?> found) {
        model.addAttribute("path", path);
        model.addAttribute("q", q);
        model.addAttribute("page", Math.clamp(page, 1, LAST_PAGE));
        model.addAttribute("rows", found.rows());
        model.addAttribute("more", found.more());
    }
}
