package io.mallhub.story;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.mallhub.webkit.fixture.Chromium;

/** One headless Chromium; each person in a story has a context of his own, with his own session. */
public final class Browser implements AutoCloseable {
    private final Chromium chromium;

    private Browser(Chromium chromium) {
        this.chromium = chromium;
    }

    /** Skips the test, with a message, where the machine has no Chromium. */
    public static Browser open() {
        return new Browser(Chromium.open());
    }

    /** A new person at a new screen. */
    public Page person(String language) {
        BrowserContext context =
                chromium.context(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setLocale(language)
                                .setViewportSize(1360, 900));
        context.setDefaultTimeout(60_000);
        return context.newPage();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
