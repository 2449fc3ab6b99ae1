package io.mallhub.gateway.internal;

import io.mallhub.binding.Deliveries.Fate;
import io.mallhub.gateway.wire.RecordResult;
import io.mallhub.gateway.wire.Status;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reply says of one record.
 *
 * @param code empty when there is nothing to say
 * @param own the mall's own words about why, where the code has none
 */
record Verdict(Status status, String code, String detail, @Nullable String own) {
    static final Verdict TAKEN = new Verdict(Status.TAKEN, "", "", null);

    static Verdict of(Fate fate) {
        return switch (fate) {
            case Fate.Taken _ -> TAKEN;
            case Fate.Outdated _ -> new Verdict(Status.OUTDATED, "record.outdated", "", null);
            case Fate.NotYours _ -> refused("order.unknown", "");
            case Fate.KeptAside aside -> {
                String missing = aside.missing();
                yield missing == null
                        ? new Verdict(Status.KEPT_ASIDE, "record.kept-aside", "", aside.reason())
                        : new Verdict(
                                Status.KEPT_ASIDE,
                                "record.waits-for-product",
                                missing,
                                aside.reason());
            }
        };
    }

    static Verdict of(RecordRefused refused) {
        return refused(refused.code(), refused.detail());
    }

    static Verdict refused(String code, String detail) {
        return new Verdict(Status.REFUSED, code, detail, null);
    }

    /** Done, with a word for people. */
    static Verdict taken(String code, String detail) {
        return new Verdict(Status.TAKEN, code, detail, null);
    }

    RecordResult result(int position, String key, ReplyWords words, Locale language) {
        RecordResult result = new RecordResult();
        result.setPosition(position);
        result.setKey(key);
        result.setStatus(status);
        if (!code.isEmpty()) {
            result.setCode(code);
            result.setReason(own == null ? words.reason(code, detail, language) : own);
            result.setAdvice(words.advice(code, detail, language));
        }
        return result;
    }
}
