package io.mallhub.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A member of staff at the console, by its forms. */
public final class Clerk {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();
    private final URI console;

    private Clerk(URI console) {
        this.console = console;
    }

    /** Signs in; whether that worked shows {@link #page}. */
    public static Clerk signIn(URI console, String login, String password) {
        Clerk clerk = new Clerk(console);
        clerk.submit("/sign-in", "/sign-in", Map.of("username", login, "password", password));
        return clerk;
    }

    public String page(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET().build()).body();
    }

    /** Sends a form as the page shows it, with the page's token. */
    public String submit(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(page(page));
        if (!token.find()) {
            throw new Away("no form on " + page, null);
        }
        String form =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(at(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "_csrf=" + encoded(token.group(1)) + "&" + form))
                        .build())
                .body();
    }

    private URI at(String path) {
        return URI.create(console + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Away(request.uri().toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The console is down, or shows an error instead of the page. */
    static final class Away extends AssertionError {
        private static final long serialVersionUID = 1L;

        Away(String what, @Nullable IOException cause) {
            super(what, cause);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
