package io.mallhub.identity.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.SignIn;
import io.mallhub.shared.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks passwords. The attempt is counted and committed first, the slow hash is computed outside
 * any transaction, and every way out costs one hash.
 */
@Component
class SignInDesk {
    private static final SignIn NOT_KNOWN =
            new SignIn.Refused(SignIn.Reason.UNKNOWN_OR_WRONG_PASSWORD);
    private static final SignIn LOCKED = new SignIn.Refused(SignIn.Reason.LOCKED_FOR_A_WHILE);
    private static final SignIn DISABLED = new SignIn.Refused(SignIn.Reason.DISABLED);

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final SignInSettings settings;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Credentials, CompletableFuture<SignIn>> underWay = new ConcurrentHashMap<>();

    SignInDesk(
            AccountRepository accounts,
            Passwords passwords,
            SignInSettings settings,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Equal sign-ins at the same time are one attempt with one answer: a buyer's program that sends
     * many requests at once is no series of failures.
     */
    <A extends Account> SignIn signIn(
            Class<A> kind, String login, String password, Function<A, SignIn> welcome) {
        Credentials credentials = new Credentials(kind, Login.keyOf(login), password);
        CompletableFuture<SignIn> mine = new CompletableFuture<>();
        CompletableFuture<SignIn> other = underWay.putIfAbsent(credentials, mine);
        if (other != null) {
            return other.join();
        }
        try {
            mine.complete(check(kind, credentials.login(), password, welcome));
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
        } finally {
            underWay.remove(credentials);
        }
        return mine.join();
    }

    private <A extends Account> SignIn check(
            Class<A> kind, String key, String password, Function<A, SignIn> welcome) {
        Attempt attempt = transaction.execute(status -> begin(kind, key));
        return switch (attempt) {
            case Attempt.Unknown unknown -> {
                passwords.pretend(password);
                yield NOT_KNOWN;
            }
            case Attempt.Locked locked -> {
                passwords.pretend(password);
                yield LOCKED;
            }
            case Attempt.Counted counted when passwords.matches(password, counted.hash()) ->
                    transaction.execute(status -> succeed(kind, key, welcome));
            case Attempt.Counted counted when counted.last() -> {
                transaction.executeWithoutResult(status -> recordLock(counted.login()));
                yield NOT_KNOWN;
            }
            case Attempt.Counted counted -> NOT_KNOWN;
        };
    }

    private Attempt begin(Class<? extends Account> kind, String key) {
        Optional<Account> found = accounts.lockByLoginKey(key).filter(kind::isInstance);
        if (found.isEmpty()) {
            return new Attempt.Unknown();
        }
        Account account = found.get();
        Instant now = clock.instant();
        if (account.isLocked(now)) {
            return new Attempt.Locked();
        }
        account.countAttempt(now, settings);
        return new Attempt.Counted(
                account.login().shown(), account.passwordHash(), account.isLocked(now));
    }

    private <A extends Account> SignIn succeed(
            Class<A> kind, String key, Function<A, SignIn> welcome) {
        A account = kind.cast(accounts.lockByLoginKey(key).orElseThrow());
        account.forgetAttempts();
        return account.isEnabled() ? welcome.apply(account) : DISABLED;
    }

    private void recordLock(String login) {
        audit.record(
                AuditEntry.of(Actor.system("sign-in"), "lock-login-for-a-while", "account", login));
    }

    private record Credentials(Class<? extends Account> kind, String login, String password) {
        @Override
        public String toString() {
            return login;
        }
    }

    private sealed interface Attempt {
        record Unknown() implements Attempt {}

        record Locked() implements Attempt {}

        /**
         * @param last a wrong password now locks the login
         */
        record Counted(String login, String hash, boolean last) implements Attempt {}
    }
}
