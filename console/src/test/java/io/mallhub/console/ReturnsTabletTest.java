package io.mallhub.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.mallhub.processes.Tasks;
import io.mallhub.returns.Disposition;
import io.mallhub.returns.InspectReturn;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import io.mallhub.shared.Quantity;
import io.mallhub.webkit.fixture.Chromium;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The inspection as it is done standing, with a tablet in the hand. */
@SpringBootTest(
        classes = {ConsoleTestApplication.class, StandingMall.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReturnsTabletTest {
    private static Chromium chromium;

    @LocalServerPort int port;
    @Autowired Returns returns;
    @Autowired Tasks tasks;

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void everyTaskCanBeTaken() {
        clearInvocations(returns, tasks);
        when(tasks.claim(anyLong(), any())).thenReturn(new Tasks.TaskOutcome.Done());
        when(tasks.complete(anyLong(), anyMap(), any())).thenReturn(new Tasks.TaskOutcome.Done());
    }

    @Test
    void goodsAreCheckedSplitAndSubmittedWithTheFinger() {
        when(returns.inspect(any())).thenReturn(new ActOutcome.Recorded());
        Page page = tablet();
        assertThat(page.locator("[data-rest]").first()).hasText("待分配 20");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screens/inspection-tablet.png")));

        page.locator("#batch-1").fill("B240301");
        page.locator("[data-all][data-for='TO_STOCK-1']").tap();
        page.locator("[data-step='-1'][data-for='TO_STOCK-1']").tap();
        assertThat(page.locator("[data-rest]").first()).hasText("待分配 1");
        page.locator("[data-step='1'][data-for='DESTROY-1']").tap();
        assertThat(page.locator("[data-rest]").first()).hasText("已分完");
        page.locator("#batch-2").fill("Y2401188");
        page.locator("[data-all][data-for='BACK_TO_BUYER-2']").tap();
        page.locator("button:has-text('提交验收')").tap();

        page.waitForURL("**/console/returns/" + StandingReturns.RETURN);
        ArgumentCaptor<InspectReturn> told = ArgumentCaptor.forClass(InspectReturn.class);
        verify(returns).inspect(told.capture());
        InspectReturn command = told.getValue();
        assertThat(command.by().id()).isEqualTo("inspector");
        assertThat(command.lines().getFirst().batchSeen()).isEqualTo("B240301");
        assertThat(nonZero(command.lines().getFirst().split()))
                .isEqualTo(
                        Map.of(
                                Disposition.TO_STOCK,
                                Quantity.of(19),
                                Disposition.DESTROY,
                                Quantity.of(1)));
        verify(tasks).complete(eq(9L), anyMap(), any());
    }

    @Test
    void whatIsWrongComesBackWithWhatWasTyped() {
        when(returns.inspect(any()))
                .thenReturn(
                        new ActOutcome.Refused(
                                List.of(
                                        new LineProblem(
                                                0, "inspection.does-not-add-up", "3 / 20"))));
        Page page = tablet();
        page.locator("#batch-1").fill("B240301");
        page.locator("#batch-2").fill("Y2401188");
        page.locator("#TO_STOCK-1").fill("3");

        page.locator("button:has-text('提交验收')").tap();

        assertThat(page.locator(".alert-danger")).containsText("处置数量之和与收货数量不符");
        assertThat(page.locator("#TO_STOCK-1")).hasValue("3");
        assertThat(page.locator("#batch-1")).hasValue("B240301");
    }

    @Test
    void nothingToTouchIsSmallerThanAFinger() {
        Page page = tablet();

        Object small =
                page.evaluate(
                        """
                        [...document.querySelectorAll('.console-touch button, .console-touch input')]
                          .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44)
                          .map(e => e.outerHTML.slice(0, 100))
                        """);

        assertThat((List<?>) small).isEmpty();
    }

    private Page tablet() {
        BrowserContext context =
                chromium.context(
                        new Browser.NewContextOptions()
                                .setViewportSize(820, 1180)
                                .setHasTouch(true)
                                .setLocale("zh-CN"));
        Page page = context.newPage();
        page.navigate("http://127.0.0.1:" + port + "/console/sign-in");
        page.locator("input[name=username]").fill("inspector");
        page.locator("input[name=password]").fill("correct horse");
        page.locator("button[type=submit], form button").last().click();
        page.waitForURL("**/console");
        page.navigate(
                "http://127.0.0.1:"
                        + port
                        + "/console/returns/"
                        + StandingReturns.RETURN
                        + "/inspection");
        return page;
    }

    private static Map<Disposition, Quantity> nonZero(Map<Disposition, Quantity> split) {
        return split.entrySet().stream()
                .filter(it -> !it.getValue().isZero())
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
