package io.mallhub.notification;

/**
 * A way to reach people outside the mall. Outbound port; a repetition after a crash may send twice.
 */
public interface Channel {
    /** {@code email}, {@code sms} or {@code wechat}. */
    String name();

    /** Whether this channel could reach such an address. */
    boolean accepts(String address);

    /**
     * @throws Refused when repeating cannot help; any other exception means: later again
     */
    void deliver(Delivery delivery) throws Refused;

    /** The other side took the message for wrong: unknown address, forbidden text. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        public Refused(String why) {
            super(why);
        }
    }
}
