package io.mallhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.RestProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What docs/inbound.md tells people to send is sent as it stands there. */
@GatewayTest
class InboundDocumentTest {
    @LocalServerPort private int port;
    @Autowired private CallingErps erps;

    private static String in(String pattern) throws IOException {
        String document = Files.readString(Path.of("../docs/inbound.md"));
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(document);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void bothExamplesAreTaken() throws IOException {
        ShownOnce client = erps.aClient(erps.aConnection());
        String basic =
                Base64.getEncoder()
                        .encodeToString((client.id() + ":" + client.secret()).getBytes());

        String rest =
                RestProgram.at(port)
                        .with("X-Api-Key", client.key())
                        .post("/erp-api/products", in("-d '(\\{\"records\".*?)' \\\\"))
                        .body();
        String soap =
                RestProgram.at(port)
                        .with("Authorization", "Basic " + basic)
                        .post("/services/erp", "text/xml; charset=utf-8", in("<<'XML'\n(.*?)XML\n"))
                        .body();

        assertThat(rest).contains("\"TAKEN\"");
        assertThat(soap).contains(">TAKEN<");
    }

    @Test
    void theSignatureIsTheOneThatTheDocumentShows() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(in("-hmac '(.*?)'").getBytes(), "HmacSHA256"));
        String signed = HexFormat.of().formatHex(mac.doFinal(in("echo -n '(.*?)' \\|").getBytes()));

        assertThat(in("\nv1=([0-9a-f]+)\n")).isEqualTo(signed);
    }

    @Test
    void everyEventOfAWebhookIsInTheDocument() throws IOException {
        String table = in("## Webhooks(.*)");

        for (WebhookEvent event : WebhookEvent.values()) {
            assertThat(table).contains("`" + event.id() + "`");
        }
    }
}
