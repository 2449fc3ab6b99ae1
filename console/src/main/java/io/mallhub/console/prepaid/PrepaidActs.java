package io.mallhub.console.prepaid;

import io.mallhub.identity.StaffView;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.prepaid.TopUpRules.PutOutcome;
import io.mallhub.prepaid.TopUpRules.PutRule;
import io.mallhub.prepaid.TopUps;
import io.mallhub.prepaid.TopUps.DecideOutcome;
import io.mallhub.prepaid.TopUps.RecordOutcome;
import io.mallhub.prepaid.TopUps.RecordTopUp;
import io.mallhub.receipt.Announcements;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.webkit.Notice;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What finance does about prepaid money. */
@Controller
@RequestMapping("/console/prepaid")
class PrepaidActs {
    private static final String ACCOUNT = "redirect:/console/prepaid/accounts/{customer}";
    private static final String TOP_UP = "redirect:/console/prepaid/top-ups/{number}";
    private static final String RULES = "redirect:/console/prepaid/rules";

    private final TopUps topUps;
    private final Announcements announcements;
    private final TopUpRules rules;
    private final Clock clock;

    PrepaidActs(TopUps topUps, Announcements announcements, TopUpRules rules, Clock clock) {
        this.topUps = topUps;
        this.announcements = announcements;
        this.rules = rules;
        this.clock = clock;
    }

    /** What was refused comes back filled in. */
    @PostMapping("/accounts/{customer}")
    String record(
            @PathVariable UUID customer,
            TopUpForm form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        RecordOutcome outcome = record(new CustomerId(customer), form, me);
        if (outcome instanceof RecordOutcome.Recorded recorded) {
            Notice.done(redirect, "console.notice.top-up-recorded", recorded.number());
            return "redirect:/console/prepaid/top-ups/" + recorded.number();
        }
        if (outcome instanceof RecordOutcome.Refused refused) {
            Notice.refused(redirect, refused.problem(), refused.detail());
        }
        redirect.addFlashAttribute(PrepaidPages.TYPED, form);
        return ACCOUNT;
    }

    private RecordOutcome record(CustomerId customer, TopUpForm form, StaffView me) {
        Optional<Money> amount = form.money();
        if (amount.isEmpty()) {
            return new RecordOutcome.Refused("top-up.amount", form.typedAmount());
        }
        RecordTopUp command =
                new RecordTopUp(
                        customer, amount.get(), form.bankReference(), form.remark(), me.actor());
        return form.takesOver().isEmpty()
                ? topUps.record(command)
                : announcements.takeOverAsTopUp(form.takesOver(), command);
    }

    @PostMapping("/top-ups/{number}/confirm")
    String confirm(
            @PathVariable String number,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                refusal(topUps.confirm(number, me.actor())),
                "console.notice.top-up-confirmed",
                number);
        return TOP_UP;
    }

    @PostMapping("/top-ups/{number}/refuse")
    String refuse(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                refusal(topUps.refuse(number, reason, me.actor())),
                "console.notice.top-up-refused",
                number);
        return TOP_UP;
    }

    @PostMapping("/top-ups/{number}/reverse")
    String reverse(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                refusal(topUps.reverse(number, reason, me.actor())),
                "console.notice.top-up-reversed",
                number);
        return TOP_UP;
    }

    private static Optional<String> refusal(DecideOutcome outcome) {
        return switch (outcome) {
            case DecideOutcome.Done _ -> Optional.empty();
            case DecideOutcome.Refused refused -> Optional.of(refused.why());
        };
    }

    /**
     * @param kind percent, or an amount
     */
    record RuleForm(
            @Nullable String name,
            @Nullable BigDecimal threshold,
            @Nullable String kind,
            @Nullable BigDecimal value,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason) {
        PutRule command(LocalDate today, StaffView me) {
            boolean percent = "percent".equals(kind);
            return new PutRule(
                    name == null ? "" : name,
                    threshold == null ? Money.ZERO : new Money(threshold),
                    percent || value == null ? null : new Money(value),
                    percent ? value : null,
                    from == null ? today : from,
                    until,
                    reason == null ? "" : reason,
                    me.actor());
        }
    }

    @PostMapping("/rules")
    String put(RuleForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        PutOutcome outcome = rules.put(form.command(MallTime.today(clock), me));
        Notice.tell(
                redirect,
                outcome instanceof PutOutcome.Refused refused
                        ? Optional.of(refused.problem())
                        : Optional.empty(),
                "console.notice.top-up-rule-put",
                "");
        return RULES;
    }
}
