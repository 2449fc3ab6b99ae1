package io.mallhub.console.openness;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.PutOutcome;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Notice;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/console/visibility")
class VisibilityActs {
    private static final String LIST = "redirect:/console/visibility";

    private final Visibility visibility;
    private final Products products;
    private final MerchandiseCategories merchandise;
    private final Audiences audiences;

    VisibilityActs(
            Visibility visibility,
            Products products,
            MerchandiseCategories merchandise,
            Audiences audiences) {
        this.merchandise = merchandise;
        this.visibility = visibility;
        this.products = products;
        this.audiences = audiences;
    }

    @PostMapping
    String put(RuleForm form, @AuthenticationPrincipal StaffView me, RedirectAttributes redirect) {
        Effect effect = form.effect();
        Optional<Goods> goods = goods(form);
        Optional<Audience> audience =
                audiences.typed(form.audienceKind(), form.typedAudience(), form.type());
        if (effect == null || goods.isEmpty()) {
            Notice.refused(redirect, "visibility.goods", "");
        } else if (audience.isEmpty()) {
            Notice.refused(redirect, "visibility.audience", "");
        } else {
            PutRule rule =
                    new PutRule(
                            effect,
                            goods.get(),
                            audience.get(),
                            form.validFrom(),
                            form.validUntil(),
                            form.typedReason(),
                            me.actor());
            Notice.tell(
                    redirect,
                    put(rule, form.isAlone()) instanceof PutOutcome.Refused refused
                            ? Optional.of(refused.why())
                            : Optional.empty(),
                    "console.notice.visibility-put",
                    "");
        }
        return LIST;
    }

    private PutOutcome put(PutRule rule, boolean alone) {
        return alone ? visibility.putAlone(rule) : visibility.put(rule);
    }

    @PostMapping("/{id:[0-9]{1,18}}/end")
    String end(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        Notice.tell(
                redirect,
                visibility.end(id, reason, me.actor()),
                "console.notice.visibility-ended",
                "");
        return LIST;
    }

    /** Empty where nothing has that code or nothing was chosen. */
    private Optional<Goods> goods(RuleForm form) {
        GoodsKind kind = form.goodsKind();
        return switch (kind) {
            case null -> Optional.empty();
            case ALL -> Optional.of(Goods.ALL);
            case CATEGORY ->
                    Optional.ofNullable(form.category())
                            .map(it -> new Goods(kind, it.name(), it.chinese()));
            case MERCHANDISE ->
                    merchandise.tree().stream()
                            .filter(it -> it.code().equals(form.merchandise()))
                            .findFirst()
                            .map(it -> new Goods(kind, it.code(), it.code() + " " + it.name()));
            case MAKER -> Optional.of(new Goods(kind, form.typedGoods(), form.typedGoods()));
            case PRODUCT ->
                    products.byCode(form.typedGoods())
                            .map(
                                    it ->
                                            new Goods(
                                                    kind,
                                                    it.id().value().toString(),
                                                    it.code() + " " + it.name()));
        };
    }
}
