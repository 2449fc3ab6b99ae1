package io.mallhub.connectors.transport;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps calls inside the hosts a person has allowed (server-side request forgery). A listed name
 * must not lead to this machine, unless the name itself says so, nor to link-local or cloud
 * metadata addresses, which are refused even when listed.
 */
public final class HostGuard {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "::1");

    /** Metadata services outside the link-local ranges: Alibaba Cloud, AWS over IPv6. */
    private static final Set<String> METADATA = Set.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254");

    private final Set<String> allowed;
    private final Names names;

    /**
     * @throws IllegalStateException when this JVM keeps no addresses: a name could lead elsewhere
     *     between the look at it and the call
     */
    public HostGuard(Set<String> allowedHosts) {
        this(allowedHosts, InetAddress::getAllByName);
        mustKeepAddresses(
                Security.getProperty("networkaddress.cache.ttl"),
                System.getProperty("sun.net.inetaddr.ttl"));
    }

    HostGuard(Set<String> allowedHosts, Names names) {
        allowed = allowedHosts.stream().map(HostGuard::normal).collect(Collectors.toSet());
        this.names = names;
    }

    /**
     * @param seconds as the JVM is set; null for what it does by itself, which is to keep them
     */
    static void mustKeepAddresses(@Nullable String... seconds) {
        for (String setting : seconds) {
            if (setting != null && setting.strip().equals("0")) {
                throw new IllegalStateException(
                        "addresses of names must be kept for some seconds:"
                                + " networkaddress.cache.ttl is 0");
            }
        }
    }

    /**
     * @throws RefusedHost in words for the person who set the connection up
     * @throws UnknownHostException when the name leads nowhere
     */
    public void check(URI url) throws UnknownHostException {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedHost("only http and https are called, not '" + scheme + "'");
        }
        if (url.getHost() == null || url.getUserInfo() != null) {
            throw new RefusedHost("an address needs a host, and no name or password inside");
        }
        String host = normal(url.getHost());
        if (!allowed.contains(host)) {
            throw new RefusedHost("host '" + host + "' is not among the allowed hosts");
        }
        for (InetAddress address : names.all(host)) {
            check(host, address);
        }
    }

    private static void check(String host, InetAddress address) {
        boolean never =
                address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || address.isMulticastAddress()
                        || METADATA.contains(address.getHostAddress());
        if (never || (address.isLoopbackAddress() && !LOCAL_NAMES.contains(host))) {
            throw new RefusedHost(
                    "host '%s' leads to %s, which is never called"
                            .formatted(host, address.getHostAddress()));
        }
    }

    private static String normal(String host) {
        String bare =
                host.startsWith("[") && host.endsWith("]")
                        ? host.substring(1, host.length() - 1)
                        : host;
        return bare.toLowerCase(Locale.ROOT);
    }

    @FunctionalInterface
    interface Names {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** The address is not one the hub may call. */
    public static final class RefusedHost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedHost(String message) {
            super(message);
        }
    }
}
