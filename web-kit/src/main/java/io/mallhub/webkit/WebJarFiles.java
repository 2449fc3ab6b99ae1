package io.mallhub.webkit;

import java.util.Set;

/**
 * Files of WebJars that pages use; nothing else of a WebJar is served. A module contributes a bean
 * of this kind.
 *
 * @param prefixes paths below {@code /kit/lib/}, without the version, such as {@code
 *     htmx.org/dist/htmx.min.js}; a prefix that ends in a slash opens the folder
 */
public record WebJarFiles(Set<String> prefixes) {
    public WebJarFiles {
        prefixes = Set.copyOf(prefixes);
    }

    boolean allow(String path) {
        return !path.contains("..")
                && prefixes.stream()
                        .anyMatch(
                                prefix ->
                                        prefix.endsWith("/")
                                                ? path.startsWith(prefix)
                                                : path.equals(prefix));
    }
}
