package io.mallhub.processes.outbox;

/**
 * How many commands go to the engine at the same time. A busy engine refuses what it cannot take,
 * and each refusal costs both sides: half as many go after one, some more after each round that was
 * taken whole.
 */
final class SendWindow {
    private static final int LEAST = 4;
    private static final int STEP = 4;

    private final int most;
    private int size;

    SendWindow(int most) {
        this.most = most;
        this.size = most;
    }

    int size() {
        return size;
    }

    void taken() {
        size = Math.min(most, size + STEP);
    }

    void refused() {
        size = Math.max(Math.min(LEAST, most), size / 2);
    }
}
