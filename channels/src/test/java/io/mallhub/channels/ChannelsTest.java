package io.mallhub.channels;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mallhub.notification.Channel.Refused;
import io.mallhub.notification.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import tools.jackson.databind.json.JsonMapper;

/** Each channel against a server that speaks its protocol. */
class ChannelsTest {
    private static final String OPEN_ID = "oABCDEFGHIJKLMNOPQRSTUV";
    private static final WireMockServer HTTP =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final GreenMail SMTP =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final JsonOverHttp json = new JsonOverHttp(JsonMapper.builder().build());

    @BeforeAll
    static void serversStart() {
        HTTP.start();
        SMTP.start();
    }

    @AfterAll
    static void serversStop() {
        HTTP.stop();
        SMTP.stop();
    }

    @BeforeEach
    void clean() {
        HTTP.resetAll();
    }

    @Test
    void anEmailArrivesWithItsLinkAndNoHeaderThatANameSmuggledIn() throws Exception {
        JavaMailSenderImpl mail = new JavaMailSenderImpl();
        mail.setHost("127.0.0.1");
        mail.setPort(SMTP.getSmtp().getPort());
        mail.setDefaultEncoding("UTF-8");
        EmailChannel channel = new EmailChannel(mail, settings());

        channel.deliver(delivery("li@example.com", "证照将到期\nBcc: evil@example.com"));

        var messages = SMTP.getReceivedMessages();
        assertThat(messages).hasSize(1);
        assertThat(messages[0].getSubject()).isEqualTo("证照将到期 Bcc: evil@example.com");
        assertThat(messages[0].getAllRecipients()).hasSize(1);
        assertThat(messages[0].getContent().toString())
                .contains("请上传")
                .contains("https://mall.example/company");
    }

    @Test
    void anSmsGoesToTheGatewayWithItsTemplateAndParameters() throws Exception {
        HTTP.stubFor(post("/sms").willReturn(okJson("{\"ok\":true}")));

        new SmsChannel(json, settings()).deliver(delivery("13900000000", "t"));

        HTTP.verify(
                postRequestedFor(urlPathEqualTo("/sms"))
                        .withHeader("Authorization", equalTo("Bearer k"))
                        .withRequestBody(matchingJsonPath("$.phone", equalTo("13900000000")))
                        .withRequestBody(matchingJsonPath("$.params.days", equalTo("30"))));
    }

    @Test
    void aGatewayThatRefusesIsNotAskedAgainAndOneThatIsBusyIs() {
        SmsChannel channel = new SmsChannel(json, settings());
        HTTP.stubFor(post("/sms").willReturn(aResponse().withStatus(422).withBody("black list")));
        assertThatThrownBy(() -> channel.deliver(delivery("13900000000", "t")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("black list");

        HTTP.stubFor(post("/sms").willReturn(aResponse().withStatus(429)));
        assertThatThrownBy(() -> channel.deliver(delivery("13900000000", "t")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void weChatKeepsItsTokenAndRenewsItWhenItIsOver() throws Exception {
        tokens();
        HTTP.stubFor(
                post(urlPathEqualTo("/cgi-bin/message/template/send"))
                        .withQueryParam("access_token", equalTo("T1"))
                        .inScenario("over")
                        .whenScenarioStateIs(STARTED)
                        .willReturn(okJson("{\"errcode\":0}")));
        WeChatChannel channel = new WeChatChannel(json, settings(), Clock.systemUTC());
        channel.deliver(delivery(OPEN_ID, "t"));
        channel.deliver(delivery(OPEN_ID, "t"));
        HTTP.verify(1, getRequestedFor(urlPathEqualTo("/cgi-bin/token")));

        HTTP.stubFor(
                post(urlPathEqualTo("/cgi-bin/message/template/send"))
                        .withQueryParam("access_token", equalTo("T1"))
                        .willReturn(okJson("{\"errcode\":42001}")));
        HTTP.stubFor(
                post(urlPathEqualTo("/cgi-bin/message/template/send"))
                        .withQueryParam("access_token", equalTo("T2"))
                        .willReturn(okJson("{\"errcode\":0}")));
        channel.deliver(delivery(OPEN_ID, "t"));

        HTTP.verify(
                postRequestedFor(urlPathEqualTo("/cgi-bin/message/template/send"))
                        .withQueryParam("access_token", equalTo("T2"))
                        .withRequestBody(matchingJsonPath("$.touser", equalTo(OPEN_ID)))
                        .withRequestBody(matchingJsonPath("$.template_id", equalTo("WX-7"))));
    }

    @Test
    void weChatErrorsInsideHttp200AreSeen() {
        tokens();
        WeChatChannel channel = new WeChatChannel(json, settings(), Clock.systemUTC());
        answers("{\"errcode\":43004,\"errmsg\":\"require subscribe\"}");
        assertThatThrownBy(() -> channel.deliver(delivery(OPEN_ID, "t")))
                .isInstanceOf(Refused.class);

        answers("{\"errcode\":-1,\"errmsg\":\"system busy\"}");
        assertThatThrownBy(() -> channel.deliver(delivery(OPEN_ID, "t")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void addressesAreTakenOnlyInTheirForm() {
        SmsChannel sms = new SmsChannel(json, settings());
        EmailChannel email = new EmailChannel(new JavaMailSenderImpl(), settings());

        assertThat(sms.accepts("13900000000")).isTrue();
        assertThat(sms.accepts("12345")).isFalse();
        assertThat(email.accepts("li@example.com")).isTrue();
        assertThat(email.accepts("li@example.com,evil@example.com")).isFalse();
        assertThat(email.accepts("li@example.com\nBcc: x@y.zz")).isFalse();
    }

    private static void answers(String body) {
        HTTP.stubFor(
                post(urlPathEqualTo("/cgi-bin/message/template/send")).willReturn(okJson(body)));
    }

    /** T1 first, T2 ever after. */
    private static void tokens() {
        HTTP.stubFor(
                get(urlPathEqualTo("/cgi-bin/token"))
                        .withQueryParam("appid", equalTo("wx1"))
                        .inScenario("tokens")
                        .whenScenarioStateIs(STARTED)
                        .willReturn(okJson("{\"access_token\":\"T1\",\"expires_in\":7200}"))
                        .willSetStateTo("second"));
        HTTP.stubFor(
                get(urlPathEqualTo("/cgi-bin/token"))
                        .inScenario("tokens")
                        .whenScenarioStateIs("second")
                        .willReturn(okJson("{\"access_token\":\"T2\",\"expires_in\":7200}")));
    }

    private static ChannelSettings settings() {
        return new ChannelSettings(
                "https://mall.example",
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                10,
                new ChannelSettings.Email("mall@example.com"),
                new ChannelSettings.Sms(HTTP.baseUrl() + "/sms", "k"),
                new ChannelSettings.WeChat(
                        HTTP.baseUrl(), "wx1", "s", Map.of("renewal-reminder", "WX-7")));
    }

    private static Delivery delivery(String address, String title) {
        return new Delivery(
                7,
                "any",
                address,
                "renewal-reminder",
                Map.of("days", "30"),
                title,
                "请上传新证照",
                "/company",
                1);
    }
}
