package io.mallhub.app;

import io.mallhub.runtime.PartEvent;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the person who started the hub reads: one clear line per part. The log has the details. */
final class Terminal {
    private static final Logger log = LoggerFactory.getLogger(Terminal.class);
    private static final PrintStream OUT = System.out;
    private static final AtomicBoolean REFUSED = new AtomicBoolean();

    private Terminal() {}

    static void say(String part, String what) {
        OUT.printf("  %-16s %s%n", part, what);
        OUT.flush();
    }

    static void line(String text) {
        OUT.println(text);
        OUT.flush();
    }

    static void on(PartEvent event) {
        say(event.part(), event.status().name().toLowerCase(Locale.ROOT) + " " + event.detail());
    }

    /** Says why the hub does not start, and ends with status 1. Only the first reason is said. */
    static void refuse(Throwable why) {
        if (REFUSED.compareAndSet(false, true)) {
            OUT.printf("%n  MallHub did not start: %s%n", why.getMessage());
            OUT.flush();
        }
        System.exit(1);
    }

    /** Says no reason any more; true if one was said before. */
    static boolean silence() {
        return REFUSED.getAndSet(true);
    }

    /** For the end of the run: a part that will not close must not keep the others from closing. */
    static void attempt(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            log.warn("A part did not end cleanly", e);
        }
    }

    interface Step {
        void run() throws Exception;
    }
}
