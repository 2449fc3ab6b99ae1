package io.mallhub.app;

import io.mallhub.app.demo.DemoStaff;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** The last lines of a start: where to go, and in the demo with which login. */
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {
    private final Optional<Parts> embedded;

    Welcome(Optional<Parts> embedded) {
        this.embedded = embedded;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        embedded.ifPresent(Welcome::await);
        String hub = "http://" + host(environment) + ":" + port(event);
        Terminal.line("");
        Terminal.line("  MallHub is ready.");
        Terminal.line("");
        Terminal.say("storefront", hub + "/");
        Terminal.say("console", hub + "/console");
        String erp = environment.getProperty("mallhub.demo.erp");
        if (erp != null) {
            Terminal.say("ERP back office", erp + "/office   demo / demo");
        }
        String payments = environment.getProperty("mallhub.demo.payments");
        if (payments != null) {
            Terminal.say("payment sandbox", payments + "/");
        }
        if (environment.getProperty("mallhub.demo.enabled", Boolean.class, false)) {
            Terminal.line("");
            Terminal.line(
                    "  Staff logins, all with the password mallhub-demo (demo only, public):");
            Terminal.line("    " + String.join("  ", DemoStaff.logins()));
            Terminal.line("  Buyer login: pharmacy / mallhub-demo, or register one of your own.");
        }
        Terminal.line(
                embedded.isPresent()
                        ? "  Ctrl-C ends everything; the data stays."
                        : "  Ctrl-C ends this hub; PostgreSQL and Zeebe are not its own.");
    }

    private static void await(Parts parts) {
        Terminal.say("hub", "ready, waiting for the parts that are still starting");
        try {
            parts.awaitReady();
        } catch (IllegalStateException failed) {
            Terminal.refuse(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An address to put into a browser on this machine. */
    private static String host(Environment environment) {
        String address = environment.getProperty("server.address", "");
        return address.isEmpty() || address.equals("0.0.0.0") ? "127.0.0.1" : address;
    }

    private static int port(ApplicationReadyEvent event) {
        return event.getApplicationContext() instanceof WebServerApplicationContext web
                        && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }
}
