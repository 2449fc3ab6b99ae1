package io.mallhub.distribution.internal;

import io.mallhub.distribution.Distribution;
import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.distribution.Distributors;
import io.mallhub.distribution.ShareLink;
import io.mallhub.distribution.Sharing;
import io.mallhub.shared.FreshCode;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SharingDesk implements Sharing {
    private static final Landing CLOSED = new Landing.Closed();
    private static final Duration LONGEST = Duration.ofDays(Distribution.MOST_DAYS);

    private final ShareLinkTable links;
    private final ClickTable clicks;
    private final SignedClicks signed;
    private final Distribution distribution;
    private final Distributors distributors;
    private final Clock clock;

    SharingDesk(
            ShareLinkTable links,
            ClickTable clicks,
            SignedClicks signed,
            Distribution distribution,
            Distributors distributors,
            Clock clock) {
        this.links = links;
        this.clicks = clicks;
        this.signed = signed;
        this.distribution = distribution;
        this.distributors = distributors;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Landing follow(String code, String kept, @Nullable String buyer) {
        if (!FreshCode.isOne(code)) {
            return CLOSED;
        }
        Terms terms = distribution.terms();
        Optional<ShareLink> found =
                terms.enabled()
                        ? links.open(code, MallTime.today(clock))
                                .filter(it -> distributors.isOne(it.distributor()))
                        : Optional.empty();
        return found.map(it -> followed(it, kept, buyer, terms)).orElse(CLOSED);
    }

    private Landing followed(ShareLink link, String kept, @Nullable String buyer, Terms terms) {
        Instant now = clock.instant();
        Instant since = now.minus(terms.window());
        if (buyer == null) {
            Clicks before = signed.read(kept).since(since);
            if (!before.know(link.code())) {
                clicks.count(link.id(), MallTime.dateOf(now));
            }
            return new Landing.Open(link.productCode(), signed.sign(before.with(link.code(), now)));
        }
        String login = buyer.toLowerCase(Locale.ROOT);
        if (!login.equals(link.distributor())) {
            if (clicks.last(login, link.id()).filter(it -> !it.isBefore(since)).isEmpty()) {
                clicks.count(link.id(), MallTime.dateOf(now));
            }
            clicks.keep(login, new Clicks.Click(link.code(), now));
        }
        return new Landing.Open(link.productCode(), "");
    }

    @Override
    @Transactional
    public void keep(String buyer, String kept) {
        String login = buyer.toLowerCase(Locale.ROOT);
        Instant oldest = clock.instant().minus(LONGEST);
        clicks.forget(login, oldest);
        signed.read(kept).since(oldest).all().forEach(it -> clicks.keep(login, it));
    }
}
