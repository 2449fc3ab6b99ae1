package io.mallhub.distribution;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links by which distributors share a product or the whole mall. */
public interface ShareLinks {
    /** How many links of one distributor may be open at a time. */
    int MOST_OPEN = 500;

    int MOST_DAYS = 366;

    MakeOutcome make(MakeLink command);

    /**
     * Audited. From now on it brings nothing, whoever had clicked before. Message key of why not:
     * share.not-to-revoke, share.reason-missing, share.reason-too-long.
     *
     * @param onlyOf login whose links may be revoked; null for anybody's
     */
    Optional<String> revoke(long id, @Nullable String onlyOf, String reason, Actor by);

    Optional<ShareLink> link(long id);

    /** Newest first. */
    Page<ShareLink> page(LinkQuery query, PageRequest page);

    /**
     * @param product code; empty for the whole mall
     * @param note at most 100 characters, may be empty
     * @param lastDay Asia/Shanghai, included, at most {@link #MOST_DAYS} from today
     */
    record MakeLink(String product, String note, LocalDate firstDay, LocalDate lastDay, Actor by) {}

    sealed interface MakeOutcome {
        record Made(ShareLink link) implements MakeOutcome {}

        /**
         * @param why message key: share.off, share.not-you (he is no distributor), share.product
         *     (unknown, or not distributed today), share.dates, share.note, share.too-many
         */
        record Refused(String why) implements MakeOutcome {}
    }

    /**
     * @param distributor login; null for anybody's
     * @param text part of distributor, product or note
     */
    record LinkQuery(
            @Nullable LinkState state, @Nullable String distributor, @Nullable String text) {}
}
