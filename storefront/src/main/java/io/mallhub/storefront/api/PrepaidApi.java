package io.mallhub.storefront.api;

import io.mallhub.identity.BuyerView;
import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpState;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.prepaid.OwnTopUps.StartOutcome;
import io.mallhub.prepaid.OwnTopUps.StartTopUp;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAccounts.Balance;
import io.mallhub.prepaid.PrepaidAccounts.EntryView;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.shared.PageRequest;
import io.mallhub.storefront.api.OrdersApi.AnnouncedTransferJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The company's prepaid money, for programs of who sees its money. */
@RestController
@RequestMapping("/api/prepaid")
class PrepaidApi {
    private final PrepaidAccounts accounts;
    private final OwnTopUps topUps;
    private final Announcements announcements;

    PrepaidApi(PrepaidAccounts accounts, OwnTopUps topUps, Announcements announcements) {
        this.accounts = accounts;
        this.topUps = topUps;
        this.announcements = announcements;
    }

    @GetMapping
    PrepaidJson account(BuyerView buyer) {
        return PrepaidJson.of(accounts.balance(buyer.company()));
    }

    @GetMapping("/entries")
    PageJson<PrepaidEntryJson> entries(
            BuyerView buyer,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return PageJson.of(
                accounts.entries(buyer.company(), PageRequest.of(page, size)),
                PrepaidEntryJson::of);
    }

    @GetMapping("/top-ups")
    PageJson<TopUpJson> topUps(
            BuyerView buyer,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return PageJson.of(
                topUps.page(buyer.company(), null, PageRequest.of(page, size)), TopUpJson::of);
    }

    /** A person of the company pays it at the provider: programs do not pay. */
    @PostMapping("/top-ups")
    ResponseEntity<TopUpJson> start(
            BuyerView buyer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewTopUpJson wanted) {
        StartTopUp command =
                new StartTopUp(
                        buyer.company(),
                        Wire.amount(wanted.amount())
                                .orElseThrow(() -> Problem.badRequest("transfer.amount")),
                        Wire.key(key),
                        buyer.actor());
        return switch (topUps.start(command)) {
            case StartOutcome.Started done ->
                    ResponseEntity.status(done.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                            .body(TopUpJson.of(done.topUp()));
            case StartOutcome.Refused no ->
                    throw Problem.refused(
                            "top-up.refused",
                            List.of(new Problem.Line(0, "", no.problem(), no.detail())));
        };
    }

    /** A transfer that tops up, for our finance. Idempotent by bank reference and amount. */
    @PostMapping("/transfers")
    ResponseEntity<AnnouncedTransferJson> announce(
            BuyerView buyer, @RequestBody NewTransferJson transfer) {
        return switch (announcements.announce(transfer.command(buyer, Purpose.TOP_UP, null))) {
            case AnnounceOutcome.Announced done ->
                    ResponseEntity.status(done.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                            .body(new AnnouncedTransferJson(done.number()));
            case AnnounceOutcome.Refused no ->
                    throw Problem.refused(
                            "transfer.refused",
                            List.of(new Problem.Line(0, "", no.problem(), no.detail())));
        };
    }

    /**
     * @param available of which orders can be paid now: principal and bonus
     * @param held kept for orders that are not taken yet
     */
    record PrepaidJson(
            String currency, String available, String principal, String bonus, String held) {
        static PrepaidJson of(Balance balance) {
            return new PrepaidJson(
                    Wire.CURRENCY,
                    Wire.money(balance.available().total()),
                    Wire.money(balance.available().principal()),
                    Wire.money(balance.available().bonus()),
                    Wire.money(balance.held().total()));
        }
    }

    /**
     * @param principal positive: the company has more
     */
    record PrepaidEntryJson(
            long sequence,
            EntryView.Kind kind,
            String document,
            @Nullable String order,
            String principal,
            String bonus,
            String principalAfter,
            String bonusAfter,
            Instant at) {
        static PrepaidEntryJson of(EntryView entry) {
            return new PrepaidEntryJson(
                    entry.sequence(),
                    entry.kind(),
                    entry.document(),
                    entry.order(),
                    Wire.money(entry.amount().principal()),
                    Wire.money(entry.amount().bonus()),
                    Wire.money(entry.after().principal()),
                    Wire.money(entry.after().bonus()),
                    entry.at());
        }
    }

    record NewTopUpJson(@Nullable String amount) {}

    /**
     * @param page where a person of the company pays, as long as it is awaited
     */
    record TopUpJson(
            String number,
            OwnTopUpState state,
            String amount,
            String bonus,
            Instant startedAt,
            Instant expiresAt,
            @Nullable String page) {
        static TopUpJson of(OwnTopUpView topUp) {
            return new TopUpJson(
                    topUp.number(),
                    topUp.state(),
                    Wire.money(topUp.amount()),
                    Wire.money(topUp.bonus()),
                    topUp.startedAt(),
                    topUp.expiresAt(),
                    topUp.isOpen() ? "/prepaid/top-ups/" + topUp.number() + "/pay" : null);
        }
    }
}
