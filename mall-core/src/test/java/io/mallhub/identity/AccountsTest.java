package io.mallhub.identity;

import static io.mallhub.identity.SignIn.Reason.DISABLED;
import static io.mallhub.identity.SignIn.Reason.LOCKED_FOR_A_WHILE;
import static io.mallhub.identity.SignIn.Reason.UNKNOWN_OR_WRONG_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class AccountsTest {
    private static final Actor ADMIN = Actor.staff("root-of-tests", "Root");
    private static final String PASSWORD = "correct horse battery";

    @Autowired Accounts accounts;
    @Autowired AuditLog audit;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void staffSignsInWithoutRegardToCaseOrWidthOfTheLogin() {
        StaffView made = aStaff(Role.QUALITY);

        assertThat(accounts.signInStaff(" " + made.login().toUpperCase() + " ", PASSWORD))
                .isEqualTo(new SignIn.Staff(made));
    }

    @Test
    void aBuyerActsForHisOneCompany() {
        BuyerView made = aBuyer();

        assertThat(accounts.signInBuyer(made.login(), PASSWORD)).isEqualTo(new SignIn.Buyer(made));
        assertThat(accounts.buyersOf(made.company())).containsExactly(made);
        assertThat(accounts.buyer(made.login())).contains(made);
    }

    @Test
    void neitherDoorOpensToTheOtherKind() {
        StaffView staff = aStaff(Role.SALES);
        BuyerView buyer = aBuyer();

        assertThat(accounts.signInBuyer(staff.login(), PASSWORD)).isEqualTo(refused());
        assertThat(accounts.signInStaff(buyer.login(), PASSWORD)).isEqualTo(refused());
        assertThat(accounts.buyer(staff.login())).isEmpty();
        assertThat(accounts.staff(buyer.login())).isEmpty();
    }

    @Test
    void aLoginIsTakenOverBothKindsWithoutCase() {
        StaffView staff = aStaff(Role.SALES);

        assertThatThrownBy(() -> createBuyer(staff.login().toUpperCase()))
                .isInstanceOf(Accounts.LoginTaken.class);
    }

    @Test
    void twoWhoWantOneLoginAtOnceGetOneAccount() throws Exception {
        String login = aLogin();

        List<Object> outcomes = atOnce(4, () -> createBuyer(login));

        assertThat(outcomes.stream().filter(BuyerView.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Accounts.LoginTaken.class::isInstance)).hasSize(3);
    }

    @Test
    void fiveWrongPasswordsLockTheLoginForFifteenMinutes() {
        StaffView staff = aStaff(Role.SALES);
        for (int i = 0; i < 5; i++) {
            assertThat(accounts.signInStaff(staff.login(), "wrong password " + i))
                    .isEqualTo(refused());
        }

        assertThat(accounts.signInStaff(staff.login(), PASSWORD))
                .isEqualTo(new SignIn.Refused(LOCKED_FOR_A_WHILE));
        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(accounts.signInStaff(staff.login(), PASSWORD))
                .isEqualTo(new SignIn.Refused(LOCKED_FOR_A_WHILE));
        clock.advance(Duration.ofMillis(1));
        assertThat(accounts.signInStaff(staff.login(), PASSWORD))
                .isEqualTo(new SignIn.Staff(staff));
        assertThat(
                        audit.page(
                                        new AuditQuery(
                                                null,
                                                "account",
                                                staff.login(),
                                                "lock-login-for-a-while"),
                                        PageRequest.first(10))
                                .total())
                .isEqualTo(1);
    }

    @Test
    void theRightPasswordInTimeForgetsEarlierFailures() {
        StaffView staff = aStaff(Role.SALES);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                accounts.signInStaff(staff.login(), "wrong password");
            }
            assertThat(accounts.signInStaff(staff.login(), PASSWORD))
                    .isEqualTo(new SignIn.Staff(staff));
        }
    }

    @Test
    void guessesMadeAtOnceDoNotSlipPastTheLimit() throws Exception {
        StaffView staff = aStaff(Role.SALES);
        AtomicInteger guess = new AtomicInteger();

        List<Object> outcomes =
                atOnce(
                        12,
                        () ->
                                accounts.signInStaff(
                                        staff.login(), "wrong guess " + guess.incrementAndGet()));

        assertThat(outcomes.stream().filter(refused()::equals)).hasSize(5);
        assertThat(outcomes.stream().filter(new SignIn.Refused(LOCKED_FOR_A_WHILE)::equals))
                .hasSize(7);
    }

    /** As a buyer's program does that sends many requests side by side. */
    @Test
    void manySignInsAtOnceWithTheRightPasswordAllSucceed() throws Exception {
        BuyerView buyer = aBuyer();

        List<Object> outcomes = atOnce(40, () -> accounts.signInBuyer(buyer.login(), PASSWORD));

        assertThat(outcomes).hasSize(40).containsOnly(new SignIn.Buyer(buyer));
    }

    @Test
    void anUnknownLoginIsHashedAsAKnownOneIs() {
        StaffView staff = aStaff(Role.SALES);
        accounts.signInStaff(staff.login(), "warm up 1");
        accounts.signInStaff("nobody-at-all", "warm up 2");

        long known = shortest(6, () -> accounts.signInStaff(staff.login(), "wrong password"));
        long unknown = shortest(6, () -> accounts.signInStaff("nobody-at-all", "wrong password"));

        // Without the hash it would take a thousandth; a busy machine shifts it by a small factor
        // only.
        assertThat((double) unknown / known).isGreaterThan(0.1);
    }

    @Test
    void aDisabledAccountIsToldOnlyToWhoKnowsThePassword() {
        StaffView staff = aStaff(Role.SALES);
        accounts.setEnabled(staff.id(), false, ADMIN);

        assertThat(accounts.signInStaff(staff.login(), "wrong password")).isEqualTo(refused());
        assertThat(accounts.signInStaff(staff.login(), PASSWORD))
                .isEqualTo(new SignIn.Refused(DISABLED));
        assertThat(accounts.staff(staff.login()).orElseThrow().enabled()).isFalse();
    }

    @Test
    void aChangedPasswordReplacesTheOldAndOpensALock() {
        StaffView staff = aStaff(Role.SALES);
        for (int i = 0; i < 5; i++) {
            accounts.signInStaff(staff.login(), "wrong password");
        }

        accounts.changePassword(staff.id(), "another fine password", ADMIN);

        assertThat(accounts.signInStaff(staff.login(), PASSWORD)).isEqualTo(refused());
        StaffView now = accounts.staff(staff.login()).orElseThrow();
        assertThat(now.passwordVersion()).isEqualTo(staff.passwordVersion() + 1);
        assertThat(accounts.signInStaff(staff.login(), "another fine password"))
                .isEqualTo(new SignIn.Staff(now));
    }

    @Test
    void passwordsAreKeptAsArgon2HashesOnly() {
        StaffView staff = aStaff(Role.SALES);

        String kept =
                jdbc.sql("select password_hash from account where login = ?")
                        .param(staff.login())
                        .query(String.class)
                        .single();

        assertThat(kept).startsWith("$argon2id$").doesNotContain(PASSWORD);
    }

    @Test
    void unfitPasswordsAndLoginsAreRefused() {
        String login = aLogin();

        for (String bad : List.of("short", "x".repeat(129), login)) {
            assertThatThrownBy(() -> createStaff(login, bad, Set.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String bad : List.of("", "ab", "with space", "a<b>c", "x".repeat(65))) {
            assertThatThrownBy(() -> createStaff(bad, PASSWORD, Set.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(createStaff(login, "p".repeat(128), Set.of()).login()).isEqualTo(login);
        assertThat(accounts.signInStaff(login, "p".repeat(128))).isInstanceOf(SignIn.Staff.class);
    }

    @Test
    void rolesChangeByAnotherPersonOnly() {
        StaffView staff = aStaff(Role.SALES, Role.ADMIN);

        assertThatThrownBy(
                        () ->
                                accounts.changeRoles(
                                        staff.id(), Set.of(Role.QUALITY_HEAD), staff.actor()))
                .isInstanceOf(IllegalStateException.class);
        accounts.changeRoles(staff.id(), Set.of(Role.FINANCE), anotherAdmin());

        assertThat(accounts.staff(staff.login()).orElseThrow().roles())
                .containsExactly(Role.FINANCE);
    }

    @Test
    void theLastAdministratorStays() {
        StaffView last = aStaff(Role.ADMIN);
        jdbc.sql(
                        """
                        update account set enabled = false where kind = 'STAFF' and login <> ?
                        """)
                .param(last.login())
                .update();

        assertThatThrownBy(() -> accounts.setEnabled(last.id(), false, ADMIN))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accounts.changeRoles(last.id(), Set.of(Role.SALES), ADMIN))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void staffIsListedByPages() {
        IntStream.range(0, 3).forEach(i -> aStaff(Role.SALES, Role.FINANCE));

        var page = accounts.staff(PageRequest.first(2));

        assertThat(page.items()).hasSize(2);
        assertThat(page.total()).isGreaterThanOrEqualTo(3);
        assertThatThrownBy(() -> accounts.staff(new PageRequest(0, 2, "login; drop table")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Actor anotherAdmin() {
        return aStaff(Role.ADMIN).actor();
    }

    private StaffView aStaff(Role... roles) {
        return createStaff(aLogin(), PASSWORD, Set.of(roles));
    }

    private StaffView createStaff(String login, String password, Set<Role> roles) {
        return accounts.createStaff(
                new Accounts.CreateStaff(login, "Li Lei", password, roles, ADMIN));
    }

    private BuyerView aBuyer() {
        return createBuyer(aLogin());
    }

    private BuyerView createBuyer(String login) {
        return accounts.createBuyer(
                new Accounts.CreateBuyer(
                        new CustomerId(UUID.randomUUID()),
                        login,
                        "Han Meimei",
                        "13800000000",
                        PASSWORD,
                        Set.of(BuyerRight.ORDER, BuyerRight.MANAGE)));
    }

    private static String aLogin() {
        return "user-" + UUID.randomUUID();
    }

    private static SignIn refused() {
        return new SignIn.Refused(UNKNOWN_OR_WRONG_PASSWORD);
    }

    private static long shortest(int times, Callable<?> call) {
        return IntStream.range(0, times)
                .mapToLong(
                        i -> {
                            long start = System.nanoTime();
                            outcomeOf(call);
                            return System.nanoTime() - start;
                        })
                .min()
                .orElseThrow();
    }

    private static List<Object> atOnce(int times, Callable<?> call) throws Exception {
        try (var pool = Executors.newFixedThreadPool(times)) {
            List<Future<Object>> running =
                    pool.invokeAll(
                            Stream.generate(() -> (Callable<Object>) () -> outcomeOf(call))
                                    .limit(times)
                                    .toList());
            List<Object> outcomes = new java.util.ArrayList<>();
            for (Future<Object> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    private static Object outcomeOf(Callable<?> call) {
        try {
            return call.call();
        } catch (Exception e) {
            return e;
        }
    }
}
