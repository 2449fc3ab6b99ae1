package io.mallhub.storefront.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import io.mallhub.identity.BuyerView;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import io.mallhub.webkit.fixture.Chromium;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Every page of the shop, drawn. The pictures stay under {@code target/screens}. */
@StorefrontTest
@Import(Scenes.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {
    private static final String TOO_WIDE =
            """
            document.documentElement.scrollWidth <= innerWidth ? []
              : [...document.querySelectorAll('body *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth)
                .map(e => e.outerHTML.slice(0, 120))
            """;
    private static final String NAMELESS =
            """
            [...document.querySelectorAll('input:not([type=hidden]),select,textarea,button,a[href]')]
              .filter(e => !(e.labels && e.labels.length) && !e.getAttribute('aria-label') && !e.title
                && !(e.textContent || '').trim() && !e.closest('label'))
              .map(e => e.outerHTML.slice(0, 120))
            """;
    private final Map<BuyerView, String> sessions = new HashMap<>();
    @Autowired Scenes scenes;
    @LocalServerPort int port;
    private @Nullable Chromium chromium;
    private List<Screen> screens = List.of();

    @BeforeAll
    void everybodyIsSignedIn() {
        chromium = Chromium.open();
        screens = scenes.all();
        for (Screen screen : screens) {
            if (screen.viewer() != null) {
                sessions.computeIfAbsent(
                        screen.viewer(),
                        viewer -> Visitor.signedIn(port, viewer).session().orElseThrow());
            }
        }
    }

    @AfterAll
    void browserCloses() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @FieldSource("io.mallhub.storefront.screens.Look#FIRST")
    void everyPageIsWhole(Look look) {
        draw(look);
    }

    @Tag("slow")
    @ParameterizedTest
    @FieldSource("io.mallhub.storefront.screens.Look#REST")
    void everyPageIsWholeInTheOtherLooksToo(Look look) {
        draw(look);
    }

    private void draw(Look look) {
        try (BrowserContext context = context(look)) {
            Page page = context.newPage();
            List<ConsoleMessage> spoken = new ArrayList<>();
            page.onConsoleMessage(spoken::add);
            for (Screen screen : screens) {
                enter(context, screen);
                spoken.clear();
                Response answer = Objects.requireNonNull(page.navigate(address(screen.path())));
                picture(page, look, screen);

                assertThat(answer.status()).as(screen.name()).isEqualTo(screen.status());
                isWhole(page, look, screen);
                assertThat(spoken)
                        .as("what the browser complains of on " + screen)
                        .filteredOn(it -> it.type().equals("error"))
                        .filteredOn(
                                it -> screen.status() == 200 || !it.text().contains("status of"))
                        .extracting(ConsoleMessage::text)
                        .isEmpty();
            }
        }
    }

    private static void isWhole(Page page, Look look, Screen screen) {
        String title = screen + " " + look;
        assertThat(page.locator("h1, .empty-title").first().isVisible()).as(title).isTrue();
        assertThat(page.content()).as(title).doesNotContainPattern("\\?\\?[a-z][a-zA-Z.-]+_");
        assertThat((List<?>) page.evaluate(TOO_WIDE)).as("too wide on " + title).isEmpty();
        assertThat(page.locator("html").getAttribute("lang"))
                .as(title)
                .isEqualTo(look.language().equals("zh") ? "zh-CN" : "en");
        assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo(look.theme());
        assertThat((List<?>) page.evaluate(NAMELESS)).as("nameless on " + title).isEmpty();
    }

    private static void picture(Page page, Look look, Screen screen) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screens", look.toString(), screen + ".png")));
    }

    private BrowserContext context(Look look) {
        BrowserContext context =
                Objects.requireNonNull(chromium)
                        .context(
                                new Browser.NewContextOptions().setViewportSize(look.width(), 900));
        context.addCookies(List.of(cookie("lang", look.language()), cookie("theme", look.theme())));
        return context;
    }

    private void enter(BrowserContext context, Screen screen) {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("MALLHUB"));
        if (screen.viewer() != null) {
            String session = Objects.requireNonNull(sessions.get(screen.viewer()));
            context.addCookies(List.of(cookie("MALLHUB", session)));
        }
    }

    private Cookie cookie(String name, String value) {
        return new Cookie(name, value).setUrl("http://127.0.0.1:" + port);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
