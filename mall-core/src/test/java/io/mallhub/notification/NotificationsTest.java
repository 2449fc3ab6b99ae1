package io.mallhub.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.MallTest;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
@Import(NotificationsTest.Pigeon.class)
class NotificationsTest {
    private static final String TEMPLATE = "application-active";
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Autowired Notifications notifications;
    @Autowired NoticeAddresses addresses;
    @Autowired Deliveries deliveries;
    @Autowired Accounts accounts;
    @Autowired TransactionTemplate transaction;

    @Test
    void everyUserOfACompanyReadsItsNoticesInHisOwnLanguage() {
        Recipient.Company company = aCompany();

        notifications.send(told(company, "CR-7"));

        assertThat(notifications.inbox(inbox(company), Locale.CHINESE, first()).items())
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("申请 CR-7 已通过"))
                .satisfies(notice -> assertThat(notice.read()).isFalse());
        assertThat(notifications.inbox(inbox(company), Locale.ENGLISH, first()).items())
                .extracting(NoticeView::text)
                .allMatch(text -> text.contains("Your application CR-7 was approved"));
    }

    @Test
    void theSameThingIsToldOnce() {
        Recipient.Company company = aCompany();
        Notify notice = told(company, "CR-8");

        notifications.send(notice);
        notifications.send(notice);

        assertThat(notifications.unread(inbox(company))).isEqualTo(1);
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        Recipient.Company company = aCompany();

        transaction.executeWithoutResult(
                status -> {
                    notifications.send(told(company, "CR-9"));
                    status.setRollbackOnly();
                });

        assertThat(notifications.unread(inbox(company))).isZero();
    }

    @Test
    void readingIsRememberedForEachPersonByHimself() {
        StaffView one = aStaff(Role.MARKETING);
        StaffView other = aStaff(Role.MARKETING);
        notifications.send(told(new Recipient.StaffGroup(Role.MARKETING), "CR-10"));
        long newest =
                notifications.inbox(Inbox.of(one), Locale.CHINESE, first()).items().getFirst().id();

        notifications.read(Inbox.of(one), newest);

        assertThat(notifications.unread(Inbox.of(one))).isZero();
        assertThat(notifications.unread(Inbox.of(other))).isPositive();
    }

    @Test
    void aTemplateWithoutTextsIsRefused() {
        Notify notice = new Notify(key(), aCompany(), "no-such-template", Map.of(), "");

        assertThatThrownBy(() -> notifications.send(notice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-template");
    }

    @Test
    void aNoticeGoesOutByEachAddressTheCompanyHasAndIsLeasedOnce() {
        Recipient.Company company = aCompany();
        addresses.set(company, "pigeon", "roof " + company.id().value());

        notifications.send(told(company, "CR-11"));

        List<Delivery> leased = leasedTo(company);
        assertThat(leased).hasSize(1);
        assertThat(leased.getFirst().title()).isEqualTo("欢迎，账户已开通");
        assertThat(leasedTo(company)).isEmpty();
    }

    @Test
    void aFailedDeliveryComesAgainAndARefusedOneDoesNot() {
        Recipient.Company company = aCompany();
        addresses.set(company, "pigeon", "roof " + company.id().value());
        notifications.send(told(company, "CR-12"));
        long id = leasedTo(company).getFirst().id();

        deliveries.later(id, Duration.ZERO, "rain");
        List<Delivery> again = leasedTo(company);
        deliveries.later(id, Duration.ZERO, "rain");
        deliveries.giveUp(id, "no such roof");

        assertThat(again).extracting(Delivery::attempts).containsExactly(2);
        assertThat(leasedTo(company)).isEmpty();
    }

    @Test
    void aGroupIsReachedAtTheAddressesOfThoseWhoHaveTheRole() {
        StaffView marketer = aStaff(Role.MARKETING);
        Recipient self = new Recipient.Staff(marketer.login());
        addresses.set(self, "pigeon", "roof " + marketer.login());

        notifications.send(told(new Recipient.StaffGroup(Role.MARKETING), "CR-13"));

        assertThat(all()).extracting(Delivery::address).contains("roof " + marketer.login());
    }

    @Test
    void anAddressTheChannelCannotUseIsRefused() {
        assertThatThrownBy(() -> addresses.set(aCompany(), "pigeon", "cellar"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cellar");
    }

    @Test
    void everyTemplateHasBothTextsInBothLanguages() {
        var control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        var chinese = ResourceBundle.getBundle("i18n.notifications", Locale.ROOT, control);
        var english = ResourceBundle.getBundle("i18n.notifications", Locale.ENGLISH, control);

        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        for (String key : chinese.keySet()) {
            assertThat(english.getString(key)).as(key).isNotBlank();
            assertThat(chinese.getString(key)).as(key).isNotBlank();
            if (key.endsWith(".title")) {
                assertThat(chinese.keySet()).contains(key.replace(".title", ".text"));
            }
        }
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
    }

    private List<Delivery> leasedTo(Recipient.Company company) {
        String address = "roof " + company.id().value();
        return all().stream().filter(one -> one.address().equals(address)).toList();
    }

    private List<Delivery> all() {
        return deliveries.lease(Set.of("pigeon"), 1000, LEASE);
    }

    private StaffView aStaff(Role role) {
        return accounts.createStaff(
                new Accounts.CreateStaff(
                        "n-" + UUID.randomUUID().toString().substring(0, 12),
                        "Reader",
                        "correct horse battery",
                        Set.of(role),
                        Actor.staff("root-of-tests", "Root")));
    }

    private static Inbox inbox(Recipient.Company company) {
        return new Inbox("buyer:reader-of-" + company.id().value(), List.of(company.audience()));
    }

    private static Recipient.Company aCompany() {
        return new Recipient.Company(new CustomerId(UUID.randomUUID()));
    }

    private static Notify told(Recipient to, String number) {
        return new Notify(key(), to, TEMPLATE, Map.of("number", number), "/company");
    }

    private static String key() {
        return "test/" + UUID.randomUUID();
    }

    private static PageRequest first() {
        return PageRequest.first(20);
    }

    /** A channel that carries nothing by itself. */
    @TestComponent
    static class Pigeon implements Channel {
        @Override
        public String name() {
            return "pigeon";
        }

        @Override
        public boolean accepts(String address) {
            return address.startsWith("roof");
        }

        @Override
        public void deliver(Delivery delivery) {}
    }
}
