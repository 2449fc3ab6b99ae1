package io.mallhub.gateway.internal;

import io.mallhub.gateway.ApiClientView;
import io.mallhub.gateway.ClientRight;
import io.mallhub.shared.Instants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * @param box the secret, locked; null unless the client uses digests
 */
record ApiClientRow(
        ApiClientView view,
        String digest,
        byte @Nullable [] box,
        @Nullable String previousDigest,
        byte @Nullable [] previousBox) {

    static ApiClientRow read(ResultSet row, int index) throws SQLException {
        return new ApiClientRow(
                new ApiClientView(
                        row.getString("id"),
                        row.getString("connection"),
                        row.getString("title"),
                        Arrays.stream((String[]) row.getArray("rights").getArray())
                                .map(ClientRight::valueOf)
                                .collect(Collectors.toSet()),
                        row.getInt("per_minute"),
                        row.getBytes("secret_box") != null,
                        Instants.sure(row, "created_at"),
                        Instants.read(row, "rotated_at"),
                        Instants.read(row, "previous_until"),
                        Instants.read(row, "revoked_at"),
                        Instants.read(row, "last_used_at")),
                row.getString("secret_digest"),
                row.getBytes("secret_box"),
                row.getString("previous_digest"),
                row.getBytes("previous_box"));
    }

    boolean previousIsGood(Instant now) {
        Instant until = view.previousUntil();
        return until != null && now.isBefore(until);
    }
}
