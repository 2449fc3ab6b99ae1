package io.mallhub.processes.alert;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Where webhooks may go: over http or https, to a host that is allowed by name, or without such a
 * list to public addresses only. Redirects are never followed.
 */
final class WebhookGuard {
    private final Set<String> allowedHosts;

    WebhookGuard(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    /**
     * @throws IllegalArgumentException with the reason, if it may not
     * @throws UnknownHostException if the host has no address now
     */
    void check(URI url) throws UnknownHostException {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("Webhooks go over http or https, not " + scheme);
        }
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("A webhook names a host and no user");
        }
        if (!allowedHosts.isEmpty()) {
            if (!allowedHosts.contains(host.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(host + " is not among the allowed hosts");
            }
            return;
        }
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (isInside(address)) {
                throw new IllegalArgumentException(
                        host + " is inside the own network: allow it by name");
            }
        }
    }

    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return unique
                || carrier
                || bytes[0] == 0
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
