package io.mallhub.story;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One running mall and one browser for all tests that break nothing. They end with the JVM. */
public final class SharedMall {
    /** What people wait for in production, shortened. */
    private static final String[] HASTE = {
        "--mallhub.zeebe.backoff.first=200ms",
        "--mallhub.zeebe.backoff.longest=1s",
        "--mallhub.zeebe.backoff.tries=6",
        "--mallhub.erp.unknown-outcome.ask-after=0s,1s,5s",
        "--mallhub.flows.back-off-limit=3s",
        "--mallhub.flows.intervals.erp-order-status-in=1s",
        "--mallhub.flows.intervals.erp-stock-in=2s",
        "--mallhub.commission.payee-waiting=0s",
        "--mallhub.processes.renewal.scan-every=2s"
    };

    private static @Nullable RunningMall mall;
    private static @Nullable Browser browser;

    private SharedMall() {}

    public static synchronized RunningMall mall() {
        if (mall == null) {
            Path folder = TestFolder.untilTheEnd("mallhub-shared", SharedMall::close);
            mall = RunningMall.start(folder.resolve("data"), HASTE);
        }
        return mall;
    }

    /** Skips the test, with a message, where the machine has no Chromium. */
    public static synchronized Browser browser() {
        if (browser == null) {
            browser = Browser.open();
        }
        return browser;
    }

    private static void close() {
        if (mall != null) {
            mall.close();
        }
    }
}
