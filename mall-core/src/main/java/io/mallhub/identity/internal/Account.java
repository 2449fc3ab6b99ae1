package io.mallhub.identity.internal;

import io.mallhub.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who signs in. Every attempt is counted before the password is looked at. */
@Entity
@Table(name = "account")
@DiscriminatorColumn(name = "kind")
abstract class Account {
    @Id private UUID id;
    private String login;

    @Column(unique = true)
    private String loginKey;

    private String name;
    private String passwordHash;
    private int passwordVersion;
    private boolean enabled;
    private int attempts;
    private @Nullable Instant lockedUntil;
    private Instant createdAt;
    @Version private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    protected Account(Login login, String name, String passwordHash, Instant now) {
        this.id = UUID.randomUUID();
        this.login = login.shown();
        this.loginKey = login.key();
        this.name = name;
        this.passwordHash = passwordHash;
        this.enabled = true;
        this.createdAt = now;
    }

    UserId id() {
        return new UserId(id);
    }

    Login login() {
        return new Login(login, loginKey);
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    int passwordVersion() {
        return passwordVersion;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /**
     * Counts one attempt; the last one allowed locks the login until it proves right. Counting
     * first means that guesses made at the same moment cannot slip past the limit.
     */
    void countAttempt(Instant now, SignInSettings settings) {
        if (lockedUntil != null) {
            forgetAttempts();
        }
        attempts++;
        if (attempts >= settings.attempts()) {
            lockedUntil = now.plus(settings.lockedFor());
        }
    }

    void forgetAttempts() {
        attempts = 0;
        lockedUntil = null;
    }

    void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    void changePassword(String hash) {
        passwordHash = hash;
        passwordVersion++;
        forgetAttempts();
    }
}
