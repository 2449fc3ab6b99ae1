package io.mallhub.app;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Makes the administrator who makes all other accounts, from settings, as long as there is no
 * member of staff at all. There is no built-in one.
 */
@Component
@ConditionalOnBooleanProperty(
        name = "mallhub.demo.enabled",
        havingValue = false,
        matchIfMissing = true)
class FirstAdministrator implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final FirstAdministratorSettings settings;

    FirstAdministrator(Accounts accounts, FirstAdministratorSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (accounts.staff(PageRequest.first(1)).total() > 0) {
            return;
        }
        String login = settings.login();
        Path passwordFile = settings.passwordFile();
        if (login == null || passwordFile == null) {
            log.warn(
                    "Nobody can sign in to the console yet: start once with"
                            + " mallhub.first-admin.login and mallhub.first-admin.password-file");
            return;
        }
        create(login, passwordFile);
    }

    private void create(String login, Path passwordFile) {
        try {
            accounts.createStaff(
                    new Accounts.CreateStaff(
                            login,
                            login,
                            Files.readString(passwordFile).strip(),
                            EnumSet.of(Role.ADMIN),
                            Actor.system("first-admin")));
            log.info("Administrator {} was made; {} can be deleted now", login, passwordFile);
        } catch (Accounts.LoginTaken taken) {
            if (accounts.staff(login).isEmpty()) {
                throw new IllegalStateException("mallhub.first-admin.login: a buyer has it", taken);
            }
            log.info("Administrator {} was made by another node", login);
        } catch (IllegalArgumentException refused) {
            throw new IllegalStateException(
                    "mallhub.first-admin.*: " + refused.getMessage(), refused);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "mallhub.first-admin.password-file " + passwordFile + " can't be read", e);
        }
    }
}
