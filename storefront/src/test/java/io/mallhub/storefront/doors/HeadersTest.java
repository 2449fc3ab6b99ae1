package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.TradingCompany;
import io.mallhub.storefront.fixture.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer tells the browser not to do. */
@StorefrontTest
class HeadersTest {
    @Autowired Companies companies;
    @LocalServerPort int port;

    @Test
    void noAnswerIsSniffedFramedOrKept() {
        TradingCompany company = companies.aTradingCompany();
        Caller buyer = Caller.of(port, company.buyer());

        for (Door door : Door.ALL) {
            if (!door.isWrite()) {
                Answer answer = buyer.tries(door, company);

                assertThat(answer.header("X-Content-Type-Options"))
                        .as(answer.toString())
                        .isEqualTo("nosniff");
                assertThat(answer.header("X-Frame-Options"))
                        .as(answer.toString())
                        .isIn("DENY", "SAMEORIGIN");
                assertThat(answer.header("Cache-Control"))
                        .as(answer.toString())
                        .contains("no-store");
            }
        }
    }

    @Test
    void everyPageRunsScriptsOfItsOwnOnly() {
        TradingCompany company = companies.aTradingCompany();
        Caller buyer = Caller.of(port, company.buyer());

        for (Door door : Door.ALL) {
            if (!door.isWrite() && !door.isApi()) {
                Answer answer = buyer.tries(door, company);
                String policy = answer.header("Content-Security-Policy");

                assertThat(policy)
                        .as(answer.toString())
                        .containsAnyOf("script-src 'self'", "default-src 'none'");
                assertThat(policy)
                        .doesNotContain("script-src 'self' 'unsafe-inline'", "unsafe-eval");
                assertThat(answer.body())
                        .as("no inline script on " + door)
                        .doesNotContainPattern("<script(?![^>]*src=)")
                        .doesNotContainPattern("\\son[a-z]+=\"");
            }
        }
    }

    @Test
    void anUploadedFileLeavesAsAnAttachmentThatNothingInterprets() {
        TradingCompany company = companies.aTradingCompany();
        Answer file =
                Visitor.signedIn(port, company.buyer())
                        .get("/registration/documents/" + company.document());

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void wholeWebJarsAndActuatorAreClosed() {
        Visitor buyer = Visitor.signedIn(port, companies.anApplicant());

        assertThat(buyer.get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").status()).isEqualTo(403);
        assertThat(buyer.get("/actuator/env").status()).isEqualTo(403);
        assertThat(buyer.get("/actuator/prometheus").status()).isEqualTo(403);
    }
}
