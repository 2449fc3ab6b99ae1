package io.mallhub.routes.state;

import io.mallhub.binding.Known;
import io.mallhub.conflict.Field;
import io.mallhub.routes.inbound.Canonical;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A record as an ERP has it at one moment.
 *
 * @param code the ERP's key
 * @param shared the fields both sides may set, as the ERP writes them
 * @param rest digest of all else that matters: the ERP's alone
 * @param sharedDigest of the shared fields
 */
public record Snapshot(
        String code,
        Map<Field, String> shared,
        String rest,
        String sharedDigest,
        @Nullable Long version,
        @Nullable Instant changedAt) {
    private static final int HALF = 32;

    /**
     * @param rest anything that is the same whenever the rest is the same
     */
    public static Snapshot of(
            String code,
            Map<Field, String> shared,
            Object rest,
            @Nullable Long version,
            @Nullable Instant changedAt) {
        return new Snapshot(code, shared, half(rest), digest(shared), version, changedAt);
    }

    /** Of the whole record; its two halves are told apart by a dot. */
    public String digest() {
        return rest + "." + sharedDigest;
    }

    public Known known() {
        return new Known(shared, version, changedAt);
    }

    /** Whether all that is the ERP's alone is as in a record of this digest. */
    public boolean restIsOf(@Nullable String digest) {
        return digest != null && digest.startsWith(rest + ".");
    }

    /**
     * Fields in which the mall says something else, with what it says.
     *
     * @param plain the form in which two ways to write the same are equal
     */
    public Map<Field, String> differing(
            Map<Field, String> mall, BiFunction<Field, String, String> plain) {
        return differing(shared, mall, plain);
    }

    /** As the other, where only the ERP's fields are known. */
    static Map<Field, String> differing(
            Map<Field, String> erp,
            Map<Field, String> mall,
            BiFunction<Field, String, String> plain) {
        Map<Field, String> differing = new TreeMap<>();
        mall.forEach(
                (field, value) -> {
                    String there = erp.getOrDefault(field, "");
                    if (!plain.apply(field, there).equals(plain.apply(field, value))) {
                        differing.put(field, value);
                    }
                });
        return differing;
    }

    /** Of the fields both sides may set. */
    public static String digest(Map<Field, String> shared) {
        return half(new TreeMap<>(shared));
    }

    private static String half(Object content) {
        return Canonical.hash(content).substring(0, HALF);
    }
}
