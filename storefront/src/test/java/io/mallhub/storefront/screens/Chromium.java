package io.mallhub.storefront.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, headless. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    final Browser browser;

    private Chromium(Path executable) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
    }

    /** Skips the test, with a message, where the machine has none. */
    static Chromium open() {
        Optional<Path> found =
                Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
                        .filter(Objects::nonNull)
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(),
                "No Chromium found: install it, or name it in the environment variable CHROMIUM.");
        return new Chromium(found.orElseThrow());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
