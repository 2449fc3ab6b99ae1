package io.mallhub.console.customers;

import io.mallhub.customer.CustomerView;
import io.mallhub.customer.SalesRegions;
import io.mallhub.customer.SalesRegions.PutOutcome;
import io.mallhub.customer.SalesRegions.PutRegion;
import io.mallhub.customer.Salespeople;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who sells in which region, and which customers nobody sells to. */
@Controller
@RequestMapping("/console/sales-regions")
class RegionPages {
    private static final String NOBODY = "-";

    private final SalesRegions regions;
    private final Salespeople salespeople;
    private final Sellers sellers;
    private final Spreadsheets sheets;
    private final Words words;

    RegionPages(
            SalesRegions regions,
            Salespeople salespeople,
            Sellers sellers,
            Spreadsheets sheets,
            Words words) {
        this.regions = regions;
        this.salespeople = salespeople;
        this.sellers = sellers;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String regions(ListRequest list, Model model) {
        model.addAttribute("inForce", regions.inForce());
        model.addAttribute("history", regions.history(PageRequest.first(20)));
        model.addAttribute("nobodys", salespeople.nobodys(list.page()));
        model.addAttribute("sellers", sellers.atWork());
        model.addAttribute("nobody", NOBODY);
        model.addAttribute("names", sellers.names());
        return "console/customers/regions";
    }

    /** The customers nobody sells to. */
    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        return sheets.<CustomerView>of("nobodys")
                .column("console.customer.name", it -> it.company().name())
                .column("console.customer.number", CustomerView::number)
                .column("console.customer.region", it -> words.region(it.company().region()))
                .column("console.list.state", CustomerView::state)
                .file(list.rows(salespeople::nobodys));
    }

    /**
     * @param salesperson login, or {@value #NOBODY}, which ends the prefix
     */
    @PostMapping
    String put(
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String salesperson,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<String> refusal =
                salesperson.isBlank()
                        ? Optional.of("salesperson.unknown")
                        : refusal(
                                new PutRegion(
                                        prefix,
                                        salesperson.equals(NOBODY) ? null : salesperson,
                                        reason,
                                        me.actor()));
        Notice.tell(redirect, refusal, "console.notice.region-put", prefix);
        return "redirect:/console/sales-regions";
    }

    private Optional<String> refusal(PutRegion region) {
        return switch (regions.put(region)) {
            case PutOutcome.Put _ -> Optional.empty();
            case PutOutcome.Refused refused -> Optional.of(refused.why());
        };
    }
}
