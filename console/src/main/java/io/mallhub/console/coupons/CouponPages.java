package io.mallhub.console.coupons;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.Products;
import io.mallhub.console.access.Missing;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponView;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.CustomerType;
import io.mallhub.order.PaymentMethod;
import io.mallhub.promotion.Goods;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.webkit.CouponTexts;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The kinds of coupons, each with its figures and holders, and the ledger of one coupon. */
@Controller
@RequestMapping("/console/coupons")
class CouponPages {
    /** What was typed and refused. */
    static final String TYPED = "typed";

    /** Customer numbers that were typed and refused. */
    static final String COMPANIES = "companies";

    private final CouponKinds kinds;
    private final Coupons coupons;
    private final Products products;
    private final MerchandiseCategories merchandise;
    private final GroupMembers groups;
    private final Clock clock;
    private final Spreadsheets sheets;
    private final CouponTexts texts;
    private final Words words;

    CouponPages(
            CouponKinds kinds,
            Coupons coupons,
            Products products,
            MerchandiseCategories merchandise,
            GroupMembers groups,
            Clock clock,
            Spreadsheets sheets,
            CouponTexts texts,
            Words words) {
        this.kinds = kinds;
        this.coupons = coupons;
        this.products = products;
        this.merchandise = merchandise;
        this.groups = groups;
        this.clock = clock;
        this.sheets = sheets;
        this.texts = texts;
        this.words = words;
    }

    @GetMapping
    String list(@Nullable CouponWay way, ListRequest list, Model model) {
        model.addAttribute("way", way);
        model.addAttribute("ways", CouponWay.values());
        model.addAttribute("kinds", kinds.page(way, list.page()));
        return "console/coupons/list";
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(@Nullable CouponWay way, ListRequest list) {
        return sheets.<KindView>of("coupon-kinds")
                .column("console.coupon.kind", it -> it.kind().code())
                .column("console.coupon.name", it -> it.kind().name())
                .column("console.coupon.way", it -> it.kind().way())
                .column("console.coupon.typed", it -> it.kind().typed())
                .column("console.coupon.discount", it -> texts.discount(it.kind()))
                .column("console.coupon.goods", it -> texts.goods(it.kind()))
                .column("console.coupon.validity", it -> texts.validity(it.kind()))
                .column("console.coupon.issued", KindView::issued)
                .column("console.coupon.issue-limit", it -> it.kind().issueLimit())
                .column("console.coupon.used", KindView::used)
                .column("console.list.state", this::state)
                .file(list.rows(page -> kinds.page(way, page)));
    }

    private String state(KindView view) {
        return words.code(view.isStopped() ? "console.coupon.stopped" : "console.coupon.live");
    }

    @GetMapping("/new")
    String blank(Model model) {
        return form(KindForm.empty(), model);
    }

    @GetMapping("/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        CouponKind kind = kind(code).kind();
        return form(KindForm.of(kind, codes(kind.goods())), model);
    }

    private String form(KindForm stored, Model model) {
        KindForm form = model.getAttribute(TYPED) instanceof KindForm typed ? typed : stored;
        model.addAttribute("form", form);
        model.addAttribute("latest", stored.version());
        model.addAttribute("changed", !Objects.equals(form.version(), stored.version()));
        model.addAttribute("ways", CouponWay.values());
        model.addAttribute("scopes", KindForm.scopes());
        model.addAttribute("categories", RegulatoryCategory.values());
        model.addAttribute("tree", merchandise.tree());
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("today", MallTime.today(clock));
        return "console/coupons/form";
    }

    @GetMapping("/{code}")
    String kind(
            @PathVariable String code,
            @Nullable CouponState state,
            @Nullable CouponGroup to,
            @RequestParam(defaultValue = "") String group,
            @Nullable CustomerType type,
            ListRequest list,
            Model model) {
        KindView view = kind(code);
        model.addAttribute("view", view);
        model.addAttribute("codes", codes(view.kind().goods()).values());
        model.addAttribute("versions", kinds.versions(code));
        model.addAttribute("state", state);
        model.addAttribute("states", CouponState.values());
        model.addAttribute("given", kinds.given(code, state, list.page()));
        model.addAttribute("groups", CouponGroup.values());
        model.addAttribute("types", CustomerType.values());
        if (to != null) {
            String value = to == CouponGroup.TYPE && type != null ? type.name() : group.strip();
            model.addAttribute("to", to);
            model.addAttribute("group", value);
            model.addAttribute("counted", groups.of(to, value).size());
            model.addAttribute("mostOfGroup", GroupMembers.MOST);
        }
        // One push per shown page: a second click gives no second coupon.
        model.addAttribute("click", UUID.randomUUID().toString());
        return "console/coupons/kind";
    }

    @GetMapping("/{code}/export")
    ResponseEntity<byte[]> exportGiven(
            @PathVariable String code, @Nullable CouponState state, ListRequest list) {
        return sheets.<CouponView>of("coupons-" + kind(code).kind().code())
                .column("console.coupon.coupon", CouponView::number)
                .column("console.customer.name", CouponView::companyName)
                .column("console.list.state", CouponView::state)
                .column("console.coupon.order", CouponView::order)
                .column("console.coupon.given-at", CouponView::givenAt)
                .column("console.coupon.last-day", CouponView::lastSecond)
                .file(list.rows(page -> kinds.given(code, state, page)));
    }

    @GetMapping("/given/{number}")
    String coupon(@PathVariable String number, Model model) {
        CouponView view = coupons.find(number).orElseThrow(() -> new Missing("coupon " + number));
        model.addAttribute("view", view);
        model.addAttribute("entries", coupons.entries(number));
        return "console/coupons/coupon";
    }

    private KindView kind(String code) {
        return kinds.find(code).orElseThrow(() -> new Missing("coupon kind " + code));
    }

    private Map<ProductId, String> codes(Goods goods) {
        return goods instanceof Goods.Products some
                ? products.products(some.products()).values().stream()
                        .collect(Collectors.toMap(it -> it.id(), it -> it.code()))
                : Map.of();
    }
}
