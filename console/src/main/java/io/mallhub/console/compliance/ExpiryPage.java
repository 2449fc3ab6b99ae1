package io.mallhub.console.compliance;

import io.mallhub.customer.ExpiryRow;
import io.mallhub.customer.Renewals;
import io.mallhub.order.Stoppages;
import io.mallhub.order.Stoppages.Stoppage;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stops when: documents in force by the day they end (X2). */
@Controller
@RequestMapping("/console/compliance/expiry")
class ExpiryPage {
    private static final int DAYS_AHEAD = 90;

    private final Renewals renewals;
    private final Stoppages forecast;
    private final Spreadsheets sheets;
    private final Words words;
    private final Clock clock;

    ExpiryPage(
            Renewals renewals, Stoppages forecast, Spreadsheets sheets, Words words, Clock clock) {
        this.renewals = renewals;
        this.forecast = forecast;
        this.sheets = sheets;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String forecast(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            ListRequest list,
            Model model) {
        LocalDate end = end(until);
        model.addAttribute("until", end);
        Page<ExpiryRow> rows = renewals.forecast(MallTime.today(clock), end, list.page());
        model.addAttribute("rows", rows);
        model.addAttribute("stopped", new Stopped(forecast.when(rows.items())));
        return "console/compliance/expiry";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate until,
            ListRequest list) {
        LocalDate today = MallTime.today(clock);
        return sheets.<Stop>of("expiry")
                .column("console.document.until", it -> it.row().validUntil())
                .column("console.customer.name", it -> it.row().customerName())
                .column("console.customer.number", it -> it.row().customerNumber())
                .column("console.document.document", it -> it.row().type())
                .column("console.document.number", it -> it.row().documentNumber())
                .column("console.expiry.stops", it -> words.code(stops(it.row())))
                .column("console.expiry.orders", it -> it.stopped().orders())
                .column("console.expiry.lines", it -> it.stopped().lines().size())
                .column("console.expiry.stopped", it -> listed(it.stopped()))
                .column("console.expiry.renewal", it -> it.row().renewal())
                .file(list.rows(page -> stops(renewals.forecast(today, end(until), page))));
    }

    /**
     * @param stopped what stops on the day the document ends
     */
    private record Stop(ExpiryRow row, Stoppage stopped) {}

    private Page<Stop> stops(Page<ExpiryRow> rows) {
        Stopped stopped = new Stopped(forecast.when(rows.items()));
        return rows.map(row -> new Stop(row, stopped.of(row)));
    }

    private static String listed(Stoppage stoppage) {
        return stoppage.lines().stream()
                .map(
                        one ->
                                "%s/%d %s %s %s"
                                        .formatted(
                                                one.order(),
                                                one.number(),
                                                one.name(),
                                                one.open(),
                                                one.unit()))
                .collect(Collectors.joining("; "));
    }

    private LocalDate end(@Nullable LocalDate until) {
        return until == null ? MallTime.today(clock).plusDays(DAYS_AHEAD) : until;
    }

    private static String stops(ExpiryRow row) {
        return row.locksEverything() ? "console.expiry.stops.all" : "console.expiry.stops.scope";
    }
}
