package io.mallhub.console.distribution;

import io.mallhub.commission.Commissions;
import io.mallhub.commission.Commissions.LinkFigures;
import io.mallhub.distribution.ShareLink;
import io.mallhub.distribution.ShareLinks;
import io.mallhub.distribution.ShareLinks.LinkQuery;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.ListRequest;
import io.mallhub.webkit.Spreadsheets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Share links with what came of them. */
@Component
class LinkRows {
    private static final LinkFigures NONE = new LinkFigures(0, Money.ZERO);

    private final ShareLinks links;
    private final Commissions commissions;
    private final Spreadsheets sheets;

    LinkRows(ShareLinks links, Commissions commissions, Spreadsheets sheets) {
        this.links = links;
        this.commissions = commissions;
        this.sheets = sheets;
    }

    record LinkRow(ShareLink link, LinkFigures figures) {}

    /**
     * @param beneficiary whose commission is shown; null for all that the links cost
     */
    Page<LinkRow> page(LinkQuery query, @Nullable String beneficiary, PageRequest page) {
        Page<ShareLink> found = links.page(query, page);
        Map<String, LinkFigures> figures =
                commissions.figures(
                        found.items().stream().map(ShareLink::code).toList(), beneficiary);
        return found.map(it -> new LinkRow(it, figures.getOrDefault(it.code(), NONE)));
    }

    ResponseEntity<byte[]> file(
            LinkQuery query,
            @Nullable String beneficiary,
            LinkAddresses addresses,
            ListRequest list) {
        return sheets.<LinkRow>of("share-links")
                .column("console.share.distributor", it -> it.link().distributor())
                .column("console.list.state", it -> it.link().state())
                .column("console.product.code", it -> it.link().productCode())
                .column("console.product.name", it -> it.link().productName())
                .column("console.share.note", it -> it.link().note())
                .column("console.share.address", it -> addresses.of(it.link()))
                .column("console.share.first-day", it -> it.link().firstDay())
                .column("console.share.last-day", it -> it.link().lastDay())
                .column("console.share.visits", it -> it.link().visits())
                .column("console.share.orders", it -> it.figures().orders())
                .column("console.share.earned", it -> it.figures().earned())
                .file(list.rows(page -> page(query, beneficiary, page)));
    }
}
