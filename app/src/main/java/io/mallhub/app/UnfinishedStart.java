package io.mallhub.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;

/**
 * Ends a start that is refused or cut off at once. Spring would first complete the application
 * context; but before that nobody was promised anything, so that only the parts must be ended.
 */
final class UnfinishedStart implements ApplicationListener<SpringApplicationEvent> {
    private static final int REFUSED = 1;

    /** As a shell reports Ctrl-C. */
    private static final int CUT_OFF = 130;

    private final Parts parts;
    private final Thread end = new Thread(this::endAtOnce, "unfinished-start");
    private volatile boolean failed;

    private UnfinishedStart(Parts parts) {
        this.parts = parts;
    }

    static void watch(SpringApplication hub, Parts parts) {
        UnfinishedStart start = new UnfinishedStart(parts);
        Runtime.getRuntime().addShutdownHook(start.end);
        hub.addListeners(start);
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationFailedEvent) {
            failed = true;
        } else if (event instanceof ApplicationStartedEvent) {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private void endAtOnce() {
        // What fails from here on fails because the parts end.
        boolean refused = Terminal.silence() || failed;
        parts.close();
        Runtime.getRuntime().halt(refused ? REFUSED : CUT_OFF);
    }
}
