package io.mallhub.gateway.internal;

import io.mallhub.binding.Secrets;
import io.mallhub.gateway.ApiClientView;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows a program by what it shows. An unknown one and a wrong secret are answered alike. */
@Component
public class Doorkeeper {
    private static final Duration SELDOM = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Clock clock;

    Doorkeeper(JdbcClient jdbc, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Id and secret in one, as in the header X-Api-Key. */
    public Optional<Caller> byKey(String key) {
        int at = key.indexOf('.');
        return at < 0 ? Optional.empty() : bySecret(key.substring(0, at), key.substring(at + 1));
    }

    public Optional<Caller> bySecret(String id, String secret) {
        Instant now = clock.instant();
        return known(
                id,
                row ->
                        Secret.fits(secret, row.digest())
                                || (row.previousDigest() != null
                                        && row.previousIsGood(now)
                                        && Secret.fits(secret, row.previousDigest())));
    }

    /**
     * For a digest that only someone with the secret can check.
     *
     * @param fits asked for each good secret
     */
    public Optional<Caller> byDigest(String id, Predicate<String> fits) {
        return known(id, row -> good(row).stream().anyMatch(fits));
    }

    private List<String> good(ApiClientRow row) {
        List<String> good = new ArrayList<>();
        if (row.box() != null) {
            good.add(opened(row, row.box()));
        }
        if (row.previousBox() != null && row.previousIsGood(clock.instant())) {
            good.add(opened(row, row.previousBox()));
        }
        return good;
    }

    private String opened(ApiClientRow row, byte[] box) {
        return Objects.requireNonNull(secrets.open(row.view().id(), box).get("secret"));
    }

    public Optional<Caller> byToken(String token) {
        return jdbc.sql("select client from api_token where digest = :digest and until > :now")
                .param("digest", Sha256.hex(token))
                .param("now", Instants.parameter(clock.instant()))
                .query(String.class)
                .optional()
                .flatMap(id -> known(id, row -> true));
    }

    private Optional<Caller> known(String id, Predicate<ApiClientRow> proof) {
        if (id.isEmpty() || id.length() > 40 || id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Optional<ApiClientRow> row =
                jdbc.sql("select * from api_client where id = :id and revoked_at is null")
                        .param("id", id)
                        .query(ApiClientRow::read)
                        .optional()
                        .filter(proof);
        row.map(ApiClientRow::view).ifPresent(this::noteUse);
        return row.map(it -> new Caller(it.view()));
    }

    /** To the minute: a busy client must not write a row with each call. */
    private void noteUse(ApiClientView client) {
        Instant now = clock.instant();
        Instant noted = client.lastUsed();
        if (noted != null && !noted.isBefore(now.minus(SELDOM))) {
            return;
        }
        jdbc.sql(
                        "update api_client set last_used_at = :now where id = :id"
                                + " and (last_used_at is null"
                                + " or last_used_at < :now::timestamptz - interval '1 minute')")
                .param("now", Instants.parameter(now))
                .param("id", client.id())
                .update();
    }
}
