package io.mallhub.console.prepaid;

import io.mallhub.identity.StaffView;
import io.mallhub.receipt.HouseAccounts;
import io.mallhub.receipt.HouseAccounts.HouseAccount;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account that buyers transfer to: what holds, what waits for another person, what was. */
@Controller
@RequestMapping("/console/prepaid/methods/account")
class HouseAccountPages {
    private static final String PAGE = "redirect:/console/prepaid/methods/account";
    private static final String TYPED = "typed";

    private final HouseAccounts accounts;
    private final Spreadsheets sheets;

    HouseAccountPages(HouseAccounts accounts, Spreadsheets sheets) {
        this.accounts = accounts;
        this.sheets = sheets;
    }

    @GetMapping
    String account(ListRequest list, Model model) {
        Optional<HouseAccount> current = accounts.current();
        model.addAttribute("current", current.orElse(null));
        model.addAttribute("proposed", accounts.proposed().orElse(null));
        model.addAttribute("versions", accounts.page(list.page()));
        model.addAttribute(
                "form",
                model.getAttribute(TYPED) instanceof HouseAccountForm typed
                        ? typed
                        : current.map(HouseAccountForm::of).orElse(HouseAccountForm.EMPTY));
        return "console/prepaid/house-account";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(ListRequest list) {
        return sheets.<HouseAccount>of("house-account")
                .column("console.house.version", HouseAccount::id)
                .column("console.list.state", HouseAccount::state)
                .column("console.house.offered", HouseAccount::offered)
                .column("console.house.payee", HouseAccount::payee)
                .column("console.house.bank", HouseAccount::bank)
                .column("console.house.account", HouseAccount::account)
                .column("console.house.term", HouseAccount::termHours)
                .column("console.house.grace", HouseAccount::graceHours)
                .column("console.reason", HouseAccount::reason)
                .column("console.house.proposed-by", HouseAccount::proposedBy)
                .column("console.house.proposed-at", HouseAccount::proposedAt)
                .column("console.house.decided-by", HouseAccount::decidedBy)
                .column("console.house.decided-at", HouseAccount::decidedAt)
                .file(list.rows(accounts::page));
    }

    /** What was refused comes back filled in. */
    @PostMapping
    String propose(
            HouseAccountForm form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Optional<String> problem = accounts.propose(form.command(me));
        Notice.tell(redirect, problem, "console.notice.house-account-proposed", "");
        if (problem.isPresent()) {
            redirect.addFlashAttribute(TYPED, form);
        }
        return PAGE;
    }

    @PostMapping("/{id:[0-9]{1,18}}/confirm")
    String confirm(
            @PathVariable long id,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                accounts.confirm(id, me.actor()),
                "console.notice.house-account-confirmed",
                "");
        return PAGE;
    }

    @PostMapping("/{id:[0-9]{1,18}}/discard")
    String discard(
            @PathVariable long id,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                accounts.discard(id, me.actor()),
                "console.notice.house-account-discarded",
                "");
        return PAGE;
    }
}
