package io.mallhub.app.demo;

import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.Registrations;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.StaffView;
import io.mallhub.ledger.Receivables;
import io.mallhub.prepaid.TopUpRules;
import io.mallhub.prepaid.TopUpRules.PutRule;
import io.mallhub.prepaid.TopUps;
import io.mallhub.prepaid.TopUps.RecordOutcome;
import io.mallhub.prepaid.TopUps.RecordTopUp;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.receipt.HouseAccounts;
import io.mallhub.receipt.HouseAccounts.ProposeAccount;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A pharmacy that has been through the whole registration, so that a first look can start with an
 * order. It takes the real way, step by step: application, documents, review tasks in the engine,
 * customer in the ERP.
 */
@Component
@DemoOnly
class DemoBuyer {
    static final String LOGIN = "pharmacy";
    private static final Logger log = LoggerFactory.getLogger(DemoBuyer.class);
    private static final Actor APPLICANT = Actor.buyer(LOGIN, "林晓");
    private static final Money CREDIT = Money.of("50000.00");
    private static final int TERM_DAYS = 30;
    private static final int TRANSFER_HOURS = 72;
    private static final int GRACE_HOURS = 24;
    private static final Money PREPAID = Money.of("5000.00");

    private final Accounts accounts;
    private final Registrations registrations;
    private final Receivables receivables;
    private final TopUps topUps;
    private final TopUpRules topUpRules;
    private final HouseAccounts house;
    private final DemoCoupons coupons;
    private final DemoPoints points;
    private final Tasks tasks;
    private final Clock clock;
    private boolean done;

    DemoBuyer(
            Accounts accounts,
            Registrations registrations,
            Receivables receivables,
            TopUps topUps,
            TopUpRules topUpRules,
            HouseAccounts house,
            DemoCoupons coupons,
            DemoPoints points,
            Tasks tasks,
            Clock clock) {
        this.accounts = accounts;
        this.registrations = registrations;
        this.receivables = receivables;
        this.topUps = topUps;
        this.topUpRules = topUpRules;
        this.house = house;
        this.coupons = coupons;
        this.points = points;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_500)
    void moveOn() {
        if (done || accounts.staff("head").isEmpty() || accounts.staff("marketing").isEmpty()) {
            return;
        }
        ApplicationView application = application();
        switch (application.state()) {
            case DRAFT -> {
                Actor marketing = accounts.staff("marketing").orElseThrow().actor();
                coupons.offer(marketing);
                points.offer(marketing);
                handIn(application);
            }
            case SUBMITTED ->
                    tasks.openFor(application.number()).forEach(task -> review(application, task));
            case ACTIVE -> {
                grantCredit(application);
                topUp(application);
                takeTransfers();
                done = true;
            }
            case APPROVED, SUPPLEMENT_REQUESTED ->
                    log.debug("The demo buyer waits: {}", application.state());
            case REJECTED, WITHDRAWN -> done = true;
        }
    }

    private ApplicationView application() {
        Optional<BuyerView> buyer = accounts.buyer(LOGIN);
        if (buyer.isPresent()) {
            return registrations.applicationOf(buyer.get().company()).orElseThrow();
        }
        ApplicationView application =
                registrations.start(
                        new Company(
                                "福州康宁大药房有限公司",
                                CustomerType.PHARMACY,
                                "91350100M000100Y43",
                                "350000",
                                "福建省福州市鼓楼区五四路 18 号",
                                "林晓",
                                "0591-87650000",
                                "福州康宁大药房有限公司",
                                DemoCommission.SALESPERSON),
                        APPLICANT);
        accounts.createBuyer(
                new Accounts.CreateBuyer(
                        application.customer(),
                        LOGIN,
                        APPLICANT.name(),
                        "13800000000",
                        DemoStaff.PASSWORD,
                        EnumSet.allOf(BuyerRight.class)));
        return application;
    }

    private void handIn(ApplicationView application) {
        DemoDocuments.all()
                .forEach(
                        document ->
                                registrations.attach(
                                        application.number(),
                                        document.data(),
                                        document.fileName(),
                                        document.content(),
                                        APPLICANT));
        Registrations.SubmitOutcome outcome = registrations.submit(application.number(), APPLICANT);
        if (outcome instanceof Registrations.SubmitOutcome.Incomplete incomplete) {
            throw new IllegalStateException("The demo's documents are incomplete: " + incomplete);
        }
    }

    private void review(ApplicationView application, TaskView task) {
        boolean second = task.element().equals("quality-head-review");
        StaffView reviewer = accounts.staff(second ? "head" : "quality").orElseThrow();
        if (!second) {
            application.documents().stream()
                    .filter(document -> document.current() && document.verifiedAt() == null)
                    .forEach(
                            document ->
                                    registrations.decideDocument(
                                            application.number(),
                                            document.id(),
                                            true,
                                            "原件核对一致",
                                            reviewer.actor()));
        }
        if (registrations.approve(application.number(), "资料齐全，与原件一致", second, reviewer.actor())
                instanceof Registrations.ApprovalOutcome.Approved) {
            tasks.complete(task.key(), Map.of("decision", "approve"), reviewer);
        }
    }

    /** Recorded by one, confirmed by another, as it has to be; a second start finds it there. */
    private void topUp(ApplicationView application) {
        Actor recorder = accounts.staff("finance").orElseThrow().actor();
        if (topUpRules.history(PageRequest.first(1)).total() == 0) {
            topUpRules.put(
                    new PutRule(
                            "预存满五千送百分之二",
                            PREPAID,
                            null,
                            new BigDecimal("2"),
                            MallTime.today(clock),
                            null,
                            "演示规则",
                            recorder));
        }
        if (topUps.page(application.customer(), null, PageRequest.first(1)).total() == 0
                && topUps.record(
                                new RecordTopUp(
                                        application.customer(),
                                        PREPAID,
                                        "DEMO-TRANSFER-1",
                                        "",
                                        recorder))
                        instanceof RecordOutcome.Recorded recorded) {
            topUps.confirm(recorded.number(), accounts.staff("finance2").orElseThrow().actor());
        }
    }

    /** Orders may be paid by bank transfer: proposed by one of finance, confirmed by another. */
    private void takeTransfers() {
        if (house.current().isEmpty()) {
            Actor proposer = accounts.staff("finance").orElseThrow().actor();
            house.propose(
                    new ProposeAccount(
                            true,
                            "福建华康医药批发有限公司",
                            "中国工商银行福州五四支行",
                            "1402 0231 0960 0188 666",
                            TRANSFER_HOURS,
                            GRACE_HOURS,
                            "演示账户",
                            proposer));
            house.proposed()
                    .ifPresent(
                            it ->
                                    house.confirm(
                                            it.id(),
                                            accounts.staff("finance2").orElseThrow().actor()));
        }
    }

    private void grantCredit(ApplicationView application) {
        if (receivables.position(application.customer()).limit().isZero()) {
            receivables.setCredit(
                    application.customer(),
                    CREDIT,
                    TERM_DAYS,
                    accounts.staff("finance").orElseThrow().actor());
        }
        log.info("The demo buyer {} may order", LOGIN);
    }
}
