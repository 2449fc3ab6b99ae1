package io.mallhub.runtime.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Main class of a child JVM: {@code ChildMain <main class> <arguments...>}.
 *
 * <p>The child ends gracefully when its standard input ends, which the operating system sees to
 * even if the parent was killed. A Ctrl-C in the terminal reaches the whole process group; the
 * child leaves it to the parent, which ends its children in its own order.
 *
 * <p>With the system property {@value #LOCK_FILE} the child first takes the lock of that file, for
 * programs that don't lock their data themselves. It waits ({@value #LOCK_WAIT_MILLIS}) for a
 * predecessor that is still ending and then exits with {@value #LOCK_HELD}.
 */
public final class ChildMain {

    /** Names the file to lock for as long as this process lives. */
    public static final String LOCK_FILE = "mallhub.child.lock";

    /** Exit status when another process holds the lock. */
    public static final int LOCK_HELD = 73;

    /** How long to wait for that lock; 20 seconds by default. */
    public static final String LOCK_WAIT_MILLIS = "mallhub.child.lock-wait";

    private static final Duration GRACE = Duration.ofSeconds(20);

    /** Held, never released: the operating system releases it with the process. */
    private static @Nullable FileLock lock;

    private ChildMain() {}

    public static void main(String[] arguments) throws Exception {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Thread.ofPlatform().daemon().name("parent-watch").start(ChildMain::exitAtEndOfInput);
        String lockFile = System.getProperty(LOCK_FILE);
        if (lockFile != null) {
            takeLock(Path.of(lockFile));
        }
        Class.forName(arguments[0])
                .getMethod("main", String[].class)
                .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void exitAtEndOfInput() {
        try {
            InputStream in = System.in;
            while (in.read() >= 0) {
                // The parent never writes; only the end counts.
            }
        } catch (IOException endedByError) {
            System.err.println("standard input broke, ending: " + endedByError);
        }
        Thread.ofPlatform().daemon().name("exit-deadline").start(ChildMain::haltAfterGrace);
        System.exit(0);
    }

    /** A shutdown hook that hangs must not keep an orphan alive. */
    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void takeLock(Path file) throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline =
                System.nanoTime()
                        + Duration.ofMillis(Long.getLong(LOCK_WAIT_MILLIS, 20_000)).toNanos();
        while ((lock = channel.tryLock()) == null) {
            if (System.nanoTime() > deadline) {
                System.err.println("another process holds " + file);
                System.exit(LOCK_HELD);
            }
            Thread.sleep(100);
        }
    }
}
