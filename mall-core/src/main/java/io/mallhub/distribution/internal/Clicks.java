package io.mallhub.distribution.internal;

import io.mallhub.shared.FreshCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The last clicks of one browser, newest first, one for each link; as text they fit into a cookie.
 */
record Clicks(List<Click> all) {
    /** Who follows more links than that forgets the first ones. */
    private static final int MOST = 10;

    private static final Pattern ONE = Pattern.compile("([0-9A-Z]{16})\\.([0-9]{1,12})");

    Clicks {
        all = List.copyOf(all);
    }

    record Click(String code, Instant at) {}

    boolean know(String code) {
        return all.stream().anyMatch(it -> it.code().equals(code));
    }

    Clicks with(String code, Instant at) {
        List<Click> more = new ArrayList<>();
        more.add(new Click(code, at));
        all.stream().filter(it -> !it.code().equals(code)).limit(MOST - 1).forEach(more::add);
        return new Clicks(more);
    }

    Clicks since(Instant first) {
        return new Clicks(all.stream().filter(it -> !it.at().isBefore(first)).toList());
    }

    String text() {
        return all.stream()
                .map(it -> it.code() + "." + it.at().getEpochSecond())
                .collect(Collectors.joining("-"));
    }

    /** Empty for what is no such text. */
    static Optional<Clicks> of(String text) {
        List<Click> all = new ArrayList<>();
        for (String part : text.split("-", -1)) {
            Matcher one = ONE.matcher(part);
            if (!one.matches() || !FreshCode.isOne(one.group(1)) || all.size() == MOST) {
                return Optional.empty();
            }
            all.add(new Click(one.group(1), Instant.ofEpochSecond(Long.parseLong(one.group(2)))));
        }
        return Optional.of(new Clicks(all));
    }
}
