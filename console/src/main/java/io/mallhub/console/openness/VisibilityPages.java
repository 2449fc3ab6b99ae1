package io.mallhub.console.openness;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.RuleQuery;
import io.mallhub.catalog.VisibilityRule;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.CustomerType;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Typed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The rules of who is shown what. */
@Controller
@RequestMapping("/console/visibility")
class VisibilityPages {
    private final Visibility visibility;
    private final MerchandiseCategories merchandise;
    private final VisibilityTexts texts;
    private final Spreadsheets sheets;
    private final Clock clock;

    VisibilityPages(
            Visibility visibility,
            MerchandiseCategories merchandise,
            VisibilityTexts texts,
            Spreadsheets sheets,
            Clock clock) {
        this.merchandise = merchandise;
        this.visibility = visibility;
        this.texts = texts;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping
    String list(RuleFilter filter, ListRequest list, Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("rules", visibility.page(filter.query(), list.page()));
        model.addAttribute("effects", Effect.values());
        model.addAttribute("goodsKinds", GoodsKind.values());
        model.addAttribute("audienceKinds", AudienceKind.values());
        model.addAttribute("categories", RegulatoryCategory.values());
        model.addAttribute("tree", merchandise.tree());
        model.addAttribute("types", CustomerType.values());
        model.addAttribute("today", MallTime.today(clock));
        return "console/openness/visibility";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(RuleFilter filter, ListRequest list) {
        return sheets.<VisibilityRule>of("visibility-rules")
                .column("console.visibility.number", VisibilityRule::id)
                .column("console.visibility.effect", VisibilityRule::effect)
                .column("console.visibility.goods", texts::goods)
                .column("console.visibility.audience", texts::audience)
                .column("console.visibility.from", VisibilityRule::validFrom)
                .column("console.visibility.until", VisibilityRule::validUntil)
                .column("console.reason", VisibilityRule::reason)
                .column("console.visibility.by", VisibilityRule::by)
                .column("console.visibility.at", VisibilityRule::at)
                .column("console.visibility.ended-at", VisibilityRule::endedAt)
                .column("console.visibility.ended-by", VisibilityRule::endedBy)
                .column("console.visibility.end-reason", VisibilityRule::endReason)
                .file(list.rows(page -> visibility.page(filter.query(), page)));
    }

    /**
     * @param ended the ended rules rather than the others
     */
    record RuleFilter(
            @Nullable Boolean ended,
            @Nullable Effect effect,
            @Nullable AudienceKind audience,
            @Nullable String text) {
        RuleQuery query() {
            return new RuleQuery(isEnded(), effect, audience, Typed.words(text));
        }

        public boolean isEnded() {
            return Boolean.TRUE.equals(ended);
        }
    }
}
