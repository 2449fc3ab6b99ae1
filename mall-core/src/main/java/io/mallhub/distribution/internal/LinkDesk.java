package io.mallhub.distribution.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.commission.CommissionRules;
import io.mallhub.distribution.Distribution;
import io.mallhub.distribution.Distributors;
import io.mallhub.distribution.ShareLink;
import io.mallhub.distribution.ShareLinks;
import io.mallhub.shared.Actor;
import io.mallhub.shared.FreshCode;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LinkDesk implements ShareLinks {
    private static final int LONGEST_NOTE = 100;

    private final ShareLinkTable table;
    private final Distribution distribution;
    private final Distributors distributors;
    private final CommissionRules rules;
    private final Products products;
    private final AuditLog audit;
    private final Clock clock;

    LinkDesk(
            ShareLinkTable table,
            Distribution distribution,
            Distributors distributors,
            CommissionRules rules,
            Products products,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.distribution = distribution;
        this.distributors = distributors;
        this.rules = rules;
        this.products = products;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public MakeOutcome make(MakeLink asked) {
        MakeLink command =
                new MakeLink(
                        asked.product().strip(),
                        asked.note().replaceAll("\\p{Cntrl}+", " ").strip(),
                        asked.firstDay(),
                        asked.lastDay(),
                        asked.by());
        Optional<ProductView> product =
                products.byCode(command.product()).filter(this::isDistributed);
        Optional<String> problem = problem(command, product.isPresent());
        if (problem.isPresent()) {
            return new MakeOutcome.Refused(problem.get());
        }
        String distributor = command.by().id().toLowerCase(Locale.ROOT);
        if (table.lockAndCountOpen(distributor, MallTime.today(clock)) >= MOST_OPEN) {
            return new MakeOutcome.Refused("share.too-many");
        }
        long id =
                table.add(
                        command,
                        distributor,
                        FreshCode.next(),
                        product.orElse(null),
                        clock.instant());
        ShareLink made = link(id).orElseThrow();
        audit(made, "make-share-link", "", command.by());
        return new MakeOutcome.Made(made);
    }

    private Optional<String> problem(MakeLink command, boolean known) {
        LocalDate today = MallTime.today(clock);
        if (!distribution.terms().enabled()) {
            return Optional.of("share.off");
        }
        if (command.by().kind() != Actor.Kind.STAFF || !distributors.isOne(command.by().id())) {
            return Optional.of("share.not-you");
        }
        if (!command.product().isEmpty() && !known) {
            return Optional.of("share.product");
        }
        if (command.firstDay().isBefore(today)
                || command.lastDay().isBefore(command.firstDay())
                || command.lastDay().isAfter(today.plusDays(MOST_DAYS))) {
            return Optional.of("share.dates");
        }
        return command.note().length() > LONGEST_NOTE
                ? Optional.of("share.note")
                : Optional.empty();
    }

    private boolean isDistributed(ProductView product) {
        return product.active()
                && !rules.distributed(List.of(product.id()), MallTime.today(clock)).isEmpty();
    }

    @Override
    @Transactional
    public Optional<String> revoke(long id, @Nullable String onlyOf, String typed, Actor by) {
        String reason = Reason.of(typed);
        Optional<String> problem = Reason.problem("share", reason);
        if (problem.isPresent()) {
            return problem;
        }
        String owner = onlyOf == null ? null : onlyOf.toLowerCase(Locale.ROOT);
        if (!table.revoke(id, owner, reason, by, clock.instant())) {
            return Optional.of("share.not-to-revoke");
        }
        audit(link(id).orElseThrow(), "revoke-share-link", reason, by);
        return Optional.empty();
    }

    private void audit(ShareLink link, String action, String reason, Actor by) {
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        "share-link",
                        link.code(),
                        reason,
                        Map.of(
                                "distributor", link.distributor(),
                                "product", link.productCode())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ShareLink> link(long id) {
        return table.find(id, MallTime.today(clock));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<ShareLink> page(LinkQuery query, PageRequest page) {
        return table.page(query, page, MallTime.today(clock));
    }
}
