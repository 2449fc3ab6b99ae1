package io.mallhub.story;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.mallhub.webkit.fixture.Chromium;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One headless Chromium; each person in a story has a context of his own, with his own session. */
public final class Browser implements AutoCloseable {
    private final Chromium chromium;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Browser(Chromium chromium) {
        this.chromium = chromium;
    }

    /** Skips the test, with a message, where the machine has no Chromium. */
    public static Browser open() {
        return new Browser(Chromium.open());
    }

    /** A new person at a new desk. */
    public Page person(String language) {
        return person(language, 1360, 900);
    }

    /** A new person at a screen of this size: 390 × 844 is a phone, 820 × 1180 a tablet. */
    public Page person(String language, int width, int height) {
        BrowserContext context =
                chromium.context(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setLocale(language)
                                .setViewportSize(width, height));
        context.setDefaultTimeout(60_000);
        Page page = context.newPage();
        page.onPageError(error -> errors.add(page.url() + ": " + error));
        return page;
    }

    /** What scripts of pages failed with, since the last time. */
    public List<String> takeErrors() {
        List<String> taken = List.copyOf(errors);
        errors.clear();
        return taken;
    }

    @Override
    public void close() {
        chromium.close();
    }
}
