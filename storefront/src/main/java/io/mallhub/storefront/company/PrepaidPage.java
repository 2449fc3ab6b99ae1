package io.mallhub.storefront.company;

import io.mallhub.identity.BuyerView;
import io.mallhub.payment.OnlinePayments.PayOutcome;
import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.prepaid.OwnTopUps.StartOutcome;
import io.mallhub.prepaid.OwnTopUps.StartTopUp;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.Announcements.Upload;
import io.mallhub.receipt.HouseAccounts;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company's prepaid account, and topping it up, for those who may see its money. */
@Controller
@RequestMapping("/prepaid")
class PrepaidPage {
    private static final String PAGE = "redirect:/prepaid";
    private static final String TYPED = "typed";
    private static final PageRequest NEWEST = PageRequest.first(5);

    private final PrepaidAccounts accounts;
    private final TopUpRules rules;
    private final OwnTopUps topUps;
    private final Announcements announcements;
    private final HouseAccounts house;
    private final Words words;
    private final Times times;
    private final Clock clock;

    PrepaidPage(
            PrepaidAccounts accounts,
            TopUpRules rules,
            OwnTopUps topUps,
            Announcements announcements,
            HouseAccounts house,
            Words words,
            Times times,
            Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.topUps = topUps;
        this.announcements = announcements;
        this.house = house;
        this.words = words;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping
    String page(
            BuyerView buyer,
            @RequestParam(defaultValue = "") String amount,
            ListRequest list,
            Model model) {
        TransferForm form =
                model.getAttribute(TYPED) instanceof TransferForm typed
                        ? typed
                        : new TransferForm(amount, "", times.day(times.today()), "");
        model.addAttribute("account", accounts.balance(buyer.company()));
        model.addAttribute("page", accounts.entries(buyer.company(), list.page()));
        model.addAttribute("rules", rules.inForce(MallTime.today(clock)));
        model.addAttribute("terms", topUps.terms(buyer.company()));
        model.addAttribute("own", topUps.page(buyer.company(), null, NEWEST));
        model.addAttribute("announced", announced(buyer));
        model.addAttribute("house", house.offered().orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("preview", form.money().map(rules::bonus).orElse(null));
        model.addAttribute("today", times.today());
        // One key per shown page: a second click, or a reload after a lost answer, is the same one.
        model.addAttribute("key", UUID.randomUUID().toString());
        return "storefront/prepaid";
    }

    private List<AnnouncementView> announced(BuyerView buyer) {
        return announcements.page(buyer.company(), null, PageRequest.first(50)).items().stream()
                .filter(it -> it.purpose() == Purpose.TOP_UP)
                .limit(5)
                .toList();
    }

    /** Its money is asked for, and the payer sees the way to the provider. */
    @PostMapping("/top-ups")
    String start(
            BuyerView buyer,
            TransferForm form,
            @RequestParam(defaultValue = "") String key,
            RedirectAttributes redirect) {
        Optional<Money> amount = form.money();
        StartOutcome outcome =
                amount.isEmpty()
                        ? new StartOutcome.Refused("own-top-up.amount", form.typedAmount())
                        : topUps.start(
                                new StartTopUp(buyer.company(), amount.get(), key, buyer.actor()));
        switch (outcome) {
            case StartOutcome.Started started ->
                    Notice.done(redirect, "prepaid.top-up.started", started.topUp().number());
            case StartOutcome.Refused refused -> {
                Notice.refused(redirect, refused.problem(), refused.detail());
                redirect.addFlashAttribute(TYPED, form);
            }
        }
        return PAGE;
    }

    /** A link, not a form: the pages allow forms to no other origin. */
    @GetMapping("/top-ups/{number}/pay")
    String pay(BuyerView buyer, @PathVariable String number, RedirectAttributes redirect) {
        OwnTopUpView topUp =
                topUps.find(number)
                        .filter(it -> it.customer().equals(buyer.company()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        switch (topUps.pay(topUp.number())) {
            case PayOutcome.GoTo there -> {
                return "redirect:" + there.page();
            }
            case PayOutcome.NotAwaited not ->
                    Notice.refused(redirect, "prepaid.top-up.not-awaited", words.of(not.state()));
            case PayOutcome.Expired _ ->
                    Notice.refused(redirect, "prepaid.top-up.too-late", topUp.number());
            case PayOutcome.NotOffered _ -> Notice.refused(redirect, "own-top-up.not-offered", "");
        }
        return PAGE;
    }

    /** What was refused comes back filled in; the proof has to be chosen again. */
    @PostMapping("/transfers")
    String announce(
            BuyerView buyer,
            TransferForm form,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            RedirectAttributes redirect)
            throws IOException {
        Upload upload = TransferForm.upload(proof);
        AnnounceOutcome outcome =
                form.refusal()
                        .<AnnounceOutcome>map(it -> it)
                        .orElseGet(
                                () ->
                                        announcements.announce(
                                                form.command(buyer, Purpose.TOP_UP, null, upload)));
        switch (outcome) {
            case AnnounceOutcome.Announced done ->
                    Notice.done(redirect, "prepaid.top-up.announced", done.number());
            case AnnounceOutcome.Refused refused -> {
                Notice.refused(redirect, refused.problem(), refused.detail());
                redirect.addFlashAttribute(TYPED, form);
            }
        }
        return PAGE;
    }
}
