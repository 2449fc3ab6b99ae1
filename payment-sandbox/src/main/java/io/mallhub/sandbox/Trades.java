package io.mallhub.sandbox;

import io.mallhub.sandbox.Trade.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All trades, kept in one file: what was paid in a demo can be refunded after a restart. */
final class Trades {
    /** How late a slow answer is. */
    static final Duration SLOW = Duration.ofSeconds(4);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Map<String, Trade> byMerchantNumber = new LinkedHashMap<>();
    private final JsonMapper json;
    private final @Nullable Path file;
    private final Clock clock;

    /**
     * @param file null keeps them in memory
     */
    Trades(JsonMapper json, @Nullable Path file, Clock clock) {
        this.json = json;
        this.file = file;
        this.clock = clock;
        if (file != null && Files.exists(file)) {
            List<Trade> kept = json.readValue(file.toFile(), new TypeReference<>() {});
            kept.forEach(trade -> byMerchantNumber.put(trade.merchantNumber(), trade));
        }
    }

    String now() {
        return TIME.format(clock.instant());
    }

    synchronized List<Trade> all() {
        return List.copyOf(byMerchantNumber.values());
    }

    synchronized Optional<Trade> find(String merchantNumber) {
        return Optional.ofNullable(byMerchantNumber.get(merchantNumber));
    }

    synchronized Optional<Trade> byNumber(String number) {
        return byMerchantNumber.values().stream()
                .filter(trade -> trade.number().equals(number))
                .findFirst();
    }

    /** The payer has opened the page: from now on there is a trade. */
    synchronized Trade begin(
            String merchantNumber,
            String subject,
            BigDecimal amount,
            String expires,
            String notifyUrl,
            String returnUrl) {
        Trade known = byMerchantNumber.get(merchantNumber);
        if (known != null) {
            return known;
        }
        String number =
                now().replaceAll("\\D", "")
                        + "%014d"
                                .formatted(
                                        ThreadLocalRandom.current().nextLong(100_000_000_000_000L));
        return keep(
                new Trade(
                        number,
                        merchantNumber,
                        subject,
                        amount,
                        Status.WAIT_BUYER_PAY,
                        now(),
                        "",
                        expires,
                        notifyUrl,
                        returnUrl,
                        Map.of()));
    }

    synchronized boolean isOver(Trade trade) {
        return !trade.expires().isEmpty() && now().compareTo(trade.expires()) >= 0;
    }

    /** Empty when it can't be paid any more. */
    synchronized Optional<Trade> pay(String number) {
        return byNumber(number)
                .filter(trade -> trade.status() == Status.WAIT_BUYER_PAY && !isOver(trade))
                .map(trade -> keep(trade.with(Status.TRADE_SUCCESS, now(), Map.of())));
    }

    synchronized boolean close(Trade trade) {
        Trade now = byMerchantNumber.get(trade.merchantNumber());
        if (now == null || now.status() != Status.WAIT_BUYER_PAY) {
            return false;
        }
        keep(now.with(Status.TRADE_CLOSED, "", Map.of()));
        return true;
    }

    /** Null when it is done; else the provider's code. */
    synchronized @Nullable String refund(Trade seen, String request, BigDecimal amount) {
        Trade trade = byMerchantNumber.getOrDefault(seen.merchantNumber(), seen);
        BigDecimal earlier = trade.refunds().get(request);
        if (earlier != null) {
            return earlier.compareTo(amount) == 0 ? "" : "ACQ.DISCORDANT_REPEAT_REQUEST";
        }
        if (trade.status() != Status.TRADE_SUCCESS) {
            return "ACQ.TRADE_STATUS_ERROR";
        }
        if (trade.refunded().add(amount).compareTo(trade.amount()) > 0) {
            return "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL";
        }
        Map<String, BigDecimal> refunds = new HashMap<>(trade.refunds());
        refunds.put(request, amount);
        boolean whole = trade.refunded().add(amount).compareTo(trade.amount()) == 0;
        keep(trade.with(whole ? Status.TRADE_CLOSED : trade.status(), trade.paid(), refunds));
        return null;
    }

    private Trade keep(Trade trade) {
        byMerchantNumber.put(trade.merchantNumber(), trade);
        if (file != null) {
            try {
                Path draft = file.resolveSibling(file.getFileName() + ".new");
                Files.write(draft, json.writeValueAsBytes(all()));
                Files.move(
                        draft,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return trade;
    }
}
