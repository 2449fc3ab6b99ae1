package io.mallhub.console.home;

import java.util.List;

/**
 * A day as bars.
 *
 * @param key of its name: console.home.plot.&lt;key&gt;
 * @param total what the day comes to, in words
 * @param href what it counts
 */
record Plot(String key, String total, String href, List<Bar> bars) {
    /** Height of the drawing. */
    public static final int HIGH = 48;

    /**
     * @param height at most {@value #HIGH}; something is never drawn as nothing
     * @param words hour and amount
     */
    record Bar(int height, String words) {
        static Bar of(long amount, long most, String words) {
            int height =
                    amount == 0 ? 0 : (int) Math.max(2, Math.round((double) HIGH * amount / most));
            return new Bar(height, words);
        }
    }
}
