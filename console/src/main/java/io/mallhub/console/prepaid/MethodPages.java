package io.mallhub.console.prepaid;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.console.openness.Audiences;
import io.mallhub.console.openness.VisibilityTexts;
import io.mallhub.customer.CustomerType;
import io.mallhub.identity.StaffView;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.PaymentMethods.RuleQuery;
import io.mallhub.order.PaymentRule;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Notice;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import io.mallhub.webkit.Words;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may pay how: rules for customers, levels, types and regions. */
@Controller
@RequestMapping("/console/prepaid/methods")
class MethodPages {
    private static final String LIST = "redirect:/console/prepaid/methods";

    private final PaymentMethods methods;
    private final Audiences audiences;
    private final VisibilityTexts texts;
    private final Spreadsheets sheets;
    private final Words words;

    MethodPages(
            PaymentMethods methods,
            Audiences audiences,
            VisibilityTexts texts,
            Spreadsheets sheets,
            Words words) {
        this.methods = methods;
        this.audiences = audiences;
        this.texts = texts;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping
    String rules(MethodFilter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("rules", methods.page(filter.query(), list.page()));
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("offered", methods.offered());
        model.addAttribute("audienceKinds", AudienceKind.values());
        model.addAttribute("types", CustomerType.values());
        return "console/prepaid/methods";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(MethodFilter filter, ListRequest list) {
        return sheets.<PaymentRule>of("payment-methods")
                .column("console.prepaid.methods.who", it -> texts.audience(it.audience()))
                .column("console.prepaid.methods.which", this::named)
                .column("console.reason", PaymentRule::reason)
                .column("console.prepaid.methods.by", PaymentRule::by)
                .column("console.prepaid.methods.at", PaymentRule::at)
                .column("console.prepaid.methods.ended-at", PaymentRule::endedAt)
                .column("console.prepaid.methods.ended-by", PaymentRule::endedBy)
                .file(list.rows(page -> methods.page(filter.query(), page)));
    }

    private String named(PaymentRule rule) {
        return rule.methods().stream().sorted().map(words::of).collect(Collectors.joining(", "));
    }

    @PostMapping
    String put(
            MethodForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        Optional<Audience> audience =
                audiences.typed(form.audienceKind(), form.typedAudience(), form.type());
        Notice.tell(
                redirect,
                audience.isEmpty()
                        ? Optional.of("payment-rule.audience")
                        : methods.put(
                                audience.get(), form.methods(), form.typedReason(), me.actor()),
                "console.notice.payment-methods",
                "");
        return LIST;
    }

    @PostMapping("/{id:[0-9]{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                methods.end(id, reason, me.actor()),
                "console.notice.payment-methods-ended",
                "");
        return LIST;
    }

    /**
     * @param ended the ended rules rather than the others
     */
    record MethodFilter(@Nullable Boolean ended, @Nullable String text) {
        RuleQuery query() {
            return new RuleQuery(isEnded(), Typed.words(text));
        }

        public boolean isEnded() {
            return Boolean.TRUE.equals(ended);
        }
    }
}
