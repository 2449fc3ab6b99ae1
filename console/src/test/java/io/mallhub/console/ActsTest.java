package io.mallhub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.conflict.ConflictView;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Conflicts.DecideConflict;
import io.mallhub.conflict.Conflicts.DecisionOutcome;
import io.mallhub.conflict.Side;
import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponWay;
import io.mallhub.coupon.Coupons;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.Registrations;
import io.mallhub.customer.SalesRegions;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.Timing;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.order.ChangeOrder;
import io.mallhub.order.ChangeOutcome;
import io.mallhub.order.DealRehearsals;
import io.mallhub.order.Deals;
import io.mallhub.order.Orders;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.order.Quotas;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.points.PointsRules;
import io.mallhub.prepaid.TopUps;
import io.mallhub.processes.Instances;
import io.mallhub.processes.RepairRefused;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.processes.Tasks.TaskOutcome;
import io.mallhub.promotion.Benefit;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.GiftPolicies;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Measure;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Stacking;
import io.mallhub.promotion.Tier;
import io.mallhub.promotion.WeeklySlot;
import io.mallhub.recall.OpenRecall;
import io.mallhub.recall.RecallClass;
import io.mallhub.recall.Recalls;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.HouseAccounts;
import io.mallhub.receipt.Receipts;
import io.mallhub.receipt.Repayments;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import io.mallhub.webkit.Notice;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.FlashMap;

/** In which order a decision is carried out, and what stops it: the calls are what is tested. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
@DirtiesContext // teaches the standing mall new answers
class ActsTest {
    private static final String REVIEW =
            "/console/compliance/" + StandingMall.APPLICATION + "/tasks/3";
    @Autowired MockMvc mvc;
    @Autowired Tasks tasks;
    @Autowired Registrations registrations;
    @Autowired SalesRegions regions;
    @Autowired Orders orders;
    @Autowired PartCancellations parts;
    @Autowired Instances instances;
    @Autowired AuditLog audit;
    @Autowired Conflicts conflicts;
    @Autowired Recalls recalls;
    @Autowired TopUps topUps;
    @Autowired HouseAccounts houseAccounts;
    @Autowired Repayments repayments;
    @Autowired Receipts receipts;
    @Autowired Announcements announcements;
    @Autowired PaymentMethods methods;
    @Autowired OnlineRefunds refunds;
    @Autowired PaymentNotices notices;
    @Autowired CouponKinds couponKinds;
    @Autowired Promotions promotions;
    @Autowired Deals deals;
    @Autowired DealRehearsals rehearsals;
    @Autowired GiftPolicies policies;
    @Autowired FlashSales flashSales;
    @Autowired Customers customers;
    @Autowired Coupons coupons;
    @Autowired PointsRules pointsRules;
    @Autowired Quotas quotas;

    @BeforeEach
    void everythingWorks() {
        clearInvocations(
                tasks,
                registrations,
                orders,
                instances,
                audit,
                conflicts,
                recalls,
                topUps,
                receipts,
                announcements,
                methods,
                refunds,
                notices,
                couponKinds,
                promotions,
                policies,
                flashSales,
                coupons);
        when(tasks.claim(anyLong(), any())).thenReturn(new TaskOutcome.Done());
        when(tasks.complete(anyLong(), anyMap(), any())).thenReturn(new TaskOutcome.Done());
        when(registrations.approve(anyString(), anyString(), eq(false), any()))
                .thenReturn(new Registrations.ApprovalOutcome.Approved());
        when(orders.recordApproval(
                        anyString(), anyInt(), anyString(), eq(true), anyString(), any()))
                .thenReturn(new Orders.ApprovalOutcome.Recorded());
    }

    @Test
    void anApprovalTakesTheTaskThenRecordsTheDecisionThenLetsTheProcessGoOn() throws Exception {
        Notice notice = send(Role.QUALITY, post(REVIEW + "/decision").param("decision", "APPROVE"));

        assertThat(notice.color()).isEqualTo("success");
        var order = inOrder(tasks, registrations);
        order.verify(tasks).claim(eq(3L), any());
        order.verify(registrations).approve(eq(StandingMall.APPLICATION), eq(""), eq(false), any());
        order.verify(tasks).complete(eq(3L), eq(Map.of("decision", "approve")), any());
    }

    @Test
    void aTaskInOtherHandsIsNotDecided() throws Exception {
        when(tasks.claim(anyLong(), any())).thenReturn(new TaskOutcome.Refused("task.taken"));

        Notice notice = send(Role.QUALITY, post(REVIEW + "/decision").param("decision", "APPROVE"));

        assertThat(notice.key()).isEqualTo("task.taken");
        verify(registrations, never()).approve(any(), any(), eq(false), any());
        verify(tasks, never()).complete(anyLong(), any(), any());
    }

    @Test
    void fourEyesLeaveTheTaskOpen() throws Exception {
        when(registrations.approve(anyString(), anyString(), eq(false), any()))
                .thenReturn(new Registrations.ApprovalOutcome.NotYou("submitted it"));

        Notice notice = send(Role.QUALITY, post(REVIEW + "/decision").param("decision", "APPROVE"));

        assertThat(notice.key()).isEqualTo("task.four-eyes");
        verify(tasks, never()).complete(anyLong(), any(), any());
    }

    @Test
    void fourEyesAreToldAtADocumentAndAtASupplementToo() throws Exception {
        var notYou = new Registrations.ApprovalOutcome.NotYou("four-eyes.salesperson");
        when(registrations.decideDocument(anyString(), any(), anyBoolean(), anyString(), any()))
                .thenReturn(notYou);
        when(registrations.requestSupplement(anyString(), anyString(), any(), any()))
                .thenReturn(notYou);

        Notice document =
                send(
                        Role.QUALITY,
                        post(REVIEW + "/documents/" + new UUID(2, 1)).param("accepted", "true"));
        Notice supplement =
                send(
                        Role.QUALITY,
                        post(REVIEW + "/decision")
                                .param("decision", "SUPPLEMENT")
                                .param("reason", "stamp missing"));

        assertThat(List.of(document, supplement))
                .allSatisfy(
                        notice -> {
                            assertThat(notice.color()).isEqualTo("danger");
                            assertThat(notice.key()).isEqualTo("task.four-eyes");
                        });
        verify(tasks, never()).complete(anyLong(), any(), any());
    }

    @Test
    void whyACustomerIsNotGivenToAnotherIsTold() throws Exception {
        Notice notice =
                send(
                        Role.SALES,
                        post("/console/customers/" + StandingMall.CUSTOMER + "/salesperson")
                                .param("salesperson", "salesperson")
                                .param("reason", "区域调整"));

        assertThat(notice.color()).isEqualTo("danger");
        assertThat(notice.key()).isEqualTo("salesperson.own");
    }

    @Test
    void nobodyEndsTheRuleOfARegionAndWhoChoosesNoneEndsNothing() throws Exception {
        assertThat(send(Role.ADMIN, aRegion("")).key()).isEqualTo("salesperson.unknown");
        verify(regions, never()).put(any());

        Notice notice = send(Role.ADMIN, aRegion("-"));

        assertThat(notice.color()).isEqualTo("success");
        verify(regions)
                .put(
                        new SalesRegions.PutRegion(
                                "33", null, "调整", StandingMall.staff(Role.ADMIN).actor()));
    }

    private static MockHttpServletRequestBuilder aRegion(String salesperson) {
        return post("/console/sales-regions")
                .param("prefix", "33")
                .param("salesperson", salesperson)
                .param("reason", "调整");
    }

    @Test
    void aRejectionNeedsAReason() throws Exception {
        Notice notice =
                send(
                        Role.QUALITY,
                        post(REVIEW + "/decision")
                                .param("decision", "REJECT")
                                .param("reason", " "));

        assertThat(notice.key()).isEqualTo("console.notice.reason-missing");
        verify(registrations, never()).reject(any(), any(), eq(false), any());
    }

    @Test
    void aConflictIsDecidedOnTheValuesThePersonSaw() throws Exception {
        openTask("conflict-decision");
        when(conflicts.decide(any(), any())).thenReturn(new DecisionOutcome.Decided());

        send(Role.QUALITY, decidedConflict());

        verify(conflicts)
                .decide(
                        eq(
                                new DecideConflict(
                                        "SO1", "PRESCRIPTION", "OTC_A", Side.ERP, "as labelled")),
                        any());
        verify(tasks).complete(anyLong(), eq(Map.of("decision", "erp")), any());
    }

    @Test
    void aConflictWhoseValuesHaveChangedStaysOpen() throws Exception {
        openTask("conflict-decision");
        ConflictView now = conflicts.conflict(StandingMall.CONFLICT).orElseThrow();
        when(conflicts.decide(any(), any())).thenReturn(new DecisionOutcome.Changed(now));

        Notice notice = send(Role.QUALITY, decidedConflict());

        assertThat(notice.key()).isEqualTo("console.notice.conflict-changed");
        verify(tasks, never()).complete(anyLong(), any(), any());
    }

    private static MockHttpServletRequestBuilder decidedConflict() {
        return post("/console/conflicts/SO1/tasks/5/decision")
                .param("side", "ERP")
                .param("mallValue", "PRESCRIPTION")
                .param("erpValue", "OTC_A")
                .param("reason", "as labelled");
    }

    @Test
    void aRecallIsOpenedOfTheProductWithThatCode() throws Exception {
        Notice notice = send(Role.QUALITY, openedRecall().param("recallClass", "I"));

        assertThat(notice.key()).isEqualTo("console.notice.recall-opened");
        verify(recalls)
                .open(
                        new OpenRecall(
                                StandingMall.PRODUCT,
                                "B240301",
                                RecallClass.I,
                                "检出异物",
                                StandingMall.staff(Role.QUALITY).actor(),
                                false));
    }

    @Test
    void theTickForABatchNobodyKnowsCountsForThatBatchOnly() throws Exception {
        send(Role.QUALITY, insistedRecall("B240301"));
        send(Role.QUALITY, insistedRecall("B-OTHER"));

        ArgumentCaptor<OpenRecall> opened = ArgumentCaptor.captor();
        verify(recalls, times(2)).open(opened.capture());
        assertThat(opened.getAllValues())
                .extracting(OpenRecall::evenIfUnknown)
                .containsExactly(true, false);
    }

    private static MockHttpServletRequestBuilder insistedRecall(String tickedFor) {
        return openedRecall().param("recallClass", "I").param("nevertheless", tickedFor);
    }

    @Test
    void aRecallWithoutClassOrProductIsNotOpened() throws Exception {
        assertThat(send(Role.QUALITY, openedRecall()).key())
                .isEqualTo("console.recall.class-missing");
        assertThat(
                        send(
                                        Role.QUALITY,
                                        post("/console/recalls")
                                                .param("product", "YP-NONE")
                                                .param("recallClass", "II"))
                                .key())
                .isEqualTo("recall.unknown-product");
        verify(recalls, never()).open(any());
    }

    @Test
    void whoOpenedARecallIsToldThatHeMayNotCloseIt() throws Exception {
        when(recalls.close(anyString(), anyString(), any()))
                .thenReturn(new Recalls.ActOutcome.Refused("recall.opener"));

        Notice notice =
                send(
                        Role.QUALITY,
                        post("/console/recalls/" + StandingRecalls.RECALL + "/close")
                                .param("reason", "完成"));

        assertThat(notice.key()).isEqualTo("recall.opener");
        assertThat(notice.color()).isEqualTo("danger");
    }

    @Test
    void aTopUpIsRecordedWithItsReferenceAndAnAmountThatIsNoneIsNot() throws Exception {
        String account = "/console/prepaid/accounts/" + StandingMall.COMPANY;

        Notice refused = send(Role.FINANCE, post(account).param("amount", "1,000"));
        verify(topUps, never()).record(any());
        Notice notice =
                send(
                        Role.FINANCE,
                        post(account).param("amount", "1000.5").param("reference", " ICBC 1 "));

        assertThat(refused.key()).isEqualTo("top-up.amount");
        assertThat(notice.key()).isEqualTo("console.notice.top-up-recorded");
        verify(topUps)
                .record(
                        new TopUps.RecordTopUp(
                                StandingMall.COMPANY,
                                Money.of("1000.50"),
                                "ICBC 1",
                                "",
                                StandingMall.staff(Role.FINANCE).actor()));
    }

    @Test
    void whoRecordedATopUpIsToldThatHeMayNotConfirmIt() throws Exception {
        Notice notice =
                send(
                        Role.FINANCE,
                        post("/console/prepaid/top-ups/" + StandingPrepaid.OPEN + "/confirm"));

        assertThat(notice.key()).isEqualTo("top-up.recorder");
        assertThat(notice.color()).isEqualTo("danger");
    }

    @Test
    void aPaymentIsRecordedWithItsDayAndTheOrdersItIsFor() throws Exception {
        String account = "/console/receivables/accounts/" + StandingMall.COMPANY;

        Notice noAmount = send(Role.FINANCE, post(account).param("amount", "1,000"));
        Notice noDay =
                send(Role.FINANCE, post(account).param("amount", "1").param("day", "yesterday"));
        verify(receipts, never()).record(any());
        Notice notice =
                send(
                        Role.FINANCE,
                        post(account)
                                .param("amount", "1000.5")
                                .param("reference", " ICBC 1 ")
                                .param("day", "2026-11-23")
                                .param("orders", "SO1", "SO2"));

        assertThat(noAmount.key()).isEqualTo("receipt.amount");
        assertThat(noDay.key()).isEqualTo("receipt.day");
        assertThat(notice.key()).isEqualTo("console.notice.receipt-recorded");
        verify(receipts)
                .record(
                        new Receipts.RecordReceipt(
                                StandingMall.COMPANY,
                                Money.of("1000.50"),
                                "ICBC 1",
                                LocalDate.of(2026, 11, 23),
                                "",
                                List.of("SO1", "SO2"),
                                StandingMall.staff(Role.FINANCE).actor()));
    }

    @Test
    void anAnnouncedTransferIsTakenOverOrDeclined() throws Exception {
        send(
                Role.FINANCE,
                post("/console/receivables/accounts/" + StandingMall.COMPANY)
                        .param("amount", "7000")
                        .param("reference", "ICBC 1")
                        .param("day", "2026-11-23")
                        .param("announcement", StandingReceivables.ANNOUNCED));
        Notice notice =
                send(
                        Role.FINANCE,
                        post("/console/receivables/announced/"
                                        + StandingReceivables.ANNOUNCED
                                        + "/decline")
                                .param("reason", "没有收到"));

        verify(announcements).takeOver(eq(StandingReceivables.ANNOUNCED), any());
        verify(receipts, never()).record(any());
        assertThat(notice.key()).isEqualTo("console.notice.announcement-declined");
        verify(announcements)
                .decline(
                        StandingReceivables.ANNOUNCED,
                        "没有收到",
                        StandingMall.staff(Role.FINANCE).actor());
    }

    @Test
    void anAnnouncedTopUpIsTakenOverAsATopUp() throws Exception {
        Notice notice =
                send(
                        Role.FINANCE,
                        post("/console/prepaid/accounts/" + StandingMall.COMPANY)
                                .param("amount", "7000")
                                .param("reference", "ICBC 1")
                                .param("announcement", StandingReceivables.TOP_UP));

        assertThat(notice.key()).isEqualTo("console.notice.top-up-recorded");
        verify(announcements).takeOverAsTopUp(eq(StandingReceivables.TOP_UP), any());
        verify(topUps, never()).record(any());
    }

    @Test
    void whoProposedAnAccountIsToldThatHeMayNotConfirmIt() throws Exception {
        String account = "/console/prepaid/methods/account";

        Notice waits =
                send(
                        Role.FINANCE,
                        post(account)
                                .param("offered", "true")
                                .param("payee", "华康医药有限公司")
                                .param("bank", "工商银行")
                                .param("account", "6222 0000 1111")
                                .param("termHours", "48")
                                .param("graceHours", "12")
                                .param("reason", "换户"));
        Notice own =
                send(Role.FINANCE, post(account + "/" + StandingTransfers.PROPOSED + "/confirm"));

        assertThat(waits.key()).isEqualTo("house-account.waits");
        verify(houseAccounts)
                .propose(
                        new HouseAccounts.ProposeAccount(
                                true,
                                "华康医药有限公司",
                                "工商银行",
                                "6222 0000 1111",
                                48,
                                12,
                                "换户",
                                StandingMall.staff(Role.FINANCE).actor()));
        assertThat(own.key()).isEqualTo("house-account.proposer");
    }

    @Test
    void moneyThatGoesBackIsRecordedWithItsDayAndConfirmedByAnother() throws Exception {
        String one = "/console/receivables/repayments/" + StandingTransfers.ASKED;

        Notice noDay = send(Role.FINANCE, post(one + "/record").param("reference", "OUT 1"));
        verify(repayments, never()).record(any());
        Notice recorded =
                send(
                        Role.FINANCE,
                        post(one + "/record")
                                .param("reference", "OUT 1")
                                .param("day", "2026-11-24"));
        Notice own = send(Role.FINANCE, post(one + "/confirm"));
        Notice kept = send(Role.FINANCE, post(one + "/keep").param("reason", "抵下一单"));

        assertThat(noDay.key()).isEqualTo("receipt.day");
        assertThat(recorded.key()).isEqualTo("console.notice.repayment-recorded");
        assertThat(own.key()).isEqualTo("repayment.recorder");
        assertThat(kept.key()).isEqualTo("console.notice.repayment-kept");
    }

    @Test
    void whoRecordedAPaymentIsToldThatHeMayNotConfirmIt() throws Exception {
        Notice notice =
                send(
                        Role.FINANCE,
                        post(
                                "/console/receivables/receipts/"
                                        + StandingReceivables.OPEN
                                        + "/confirm"));

        assertThat(notice.key()).isEqualTo("receipt.recorder");
        assertThat(notice.color()).isEqualTo("danger");
    }

    @Test
    void whatIsDoneAboutAPaymentReachesItsContext() throws Exception {
        String receipt = "/console/receivables/receipts/" + StandingReceivables.ASKED;
        Actor finance = StandingMall.staff(Role.FINANCE).actor();

        send(Role.FINANCE, post(receipt + "/discard").param("reason", "误记"));
        send(Role.FINANCE, post(receipt + "/ask-reversal").param("reason", "退汇"));
        send(Role.FINANCE, post(receipt + "/decline-reversal"));
        Notice notice = send(Role.FINANCE, post(receipt + "/reverse"));

        assertThat(notice.key()).isEqualTo("console.notice.receipt-reversed");
        verify(receipts).discard(StandingReceivables.ASKED, "误记", finance);
        verify(receipts).askReversal(StandingReceivables.ASKED, "退汇", finance);
        verify(receipts).declineReversal(StandingReceivables.ASKED, finance);
        verify(receipts).reverse(StandingReceivables.ASKED, finance);
    }

    @Test
    void paymentMethodsAreSetForWhomTheFormNames() throws Exception {
        send(
                Role.FINANCE,
                post("/console/prepaid/methods")
                        .param("audienceKind", "CUSTOMER")
                        .param("audience", StandingMall.CUSTOMER)
                        .param("allowed", "PREPAID")
                        .param("reason", "预付客户"));
        Notice nobody =
                send(
                        Role.FINANCE,
                        post("/console/prepaid/methods")
                                .param("audienceKind", "CUSTOMER")
                                .param("audience", "C99999999"));
        send(Role.FINANCE, post("/console/prepaid/methods/7/end").param("reason", "恢复"));

        verify(methods)
                .put(
                        argThat(it -> it.of().equals(StandingMall.COMPANY.toString())),
                        eq(Set.of(PaymentMethod.PREPAID)),
                        eq("预付客户"),
                        any());
        assertThat(nobody.key()).isEqualTo("payment-rule.audience");
        verify(methods).end(eq(7L), eq("恢复"), any());
    }

    @Test
    void aRefusedRefundIsRecordedFirstAndThenItsTaskIsCompleted() throws Exception {
        openRefundTask();
        String path = "/console/payments/refunds/" + StandingPayments.REFUSED + "/tasks/5/decision";

        send(Role.FINANCE, post(path).param("decision", "retry").param("reason", "topped up"));

        verify(refunds).retry(eq(StandingPayments.REFUSED), eq("topped up"), any());
        verify(tasks)
                .complete(eq(5L), eq(Map.of("decision", "retry", "reason", "topped up")), any());
        assertThat(kept().subjectType()).isEqualTo("online-refund");
    }

    @Test
    void aRefundThatIsNotRefusedAnyMoreKeepsItsTask() throws Exception {
        openRefundTask();
        when(refunds.settle(any(), any(), any()))
                .thenReturn(new OnlineRefunds.ActOutcome.Refused("refund.reason-missing"));
        String path = "/console/payments/refunds/" + StandingPayments.REFUSED + "/tasks/5/decision";

        Notice notice = send(Role.FINANCE, post(path).param("decision", "settle"));

        assertThat(notice.key()).isEqualTo("refund.reason-missing");
        verify(tasks, never()).complete(anyLong(), anyMap(), any());
    }

    private void openRefundTask() {
        when(tasks.task(5))
                .thenReturn(
                        Optional.of(
                                new TaskView(
                                        5,
                                        "online-refund",
                                        "refund-refused",
                                        "refund-refused",
                                        StandingPayments.REFUSED,
                                        "Company",
                                        null,
                                        List.of("finance"),
                                        80,
                                        StandingMall.NOW,
                                        null,
                                        TaskView.State.OPEN,
                                        1)));
    }

    @Test
    void whatWasDoneAboutAnOddNoticeIsWrittenDown() throws Exception {
        send(Role.FINANCE, post("/console/payments/notices/4").param("how", "refunded there"));

        verify(notices).handled(eq(4L), eq("refunded there"), any());
    }

    @Test
    void aPromotionIsSavedAsItWasTyped() throws Exception {
        Notice notice =
                send(
                        Role.MARKETING,
                        post("/console/promotions")
                                .param("code", StandingPromotions.LIVE)
                                .param("version", "2")
                                .param("name", "冬季备货")
                                .param("kind", "PRODUCT_GIFT")
                                .param("measure", "QUANTITY")
                                .param("of", StandingMall.PRODUCT_CODE)
                                .param("tierFrom", "10", "", "")
                                .param("tierGives", "1", "", "")
                                .param("tierGift", StandingMall.PRODUCT_CODE, "", "")
                                .param("every", "true")
                                .param("cap", "5")
                                .param("from", "2026-12-01T08:00")
                                .param("slotDay", "FRIDAY", "")
                                .param("slotFrom", "20:00", "")
                                .param("slotUntil", "00:00", "")
                                .param("regions", "310000, 440300")
                                .param("groups", "CLINIC", "HOSPITAL")
                                .param("mode", "ONE_OF_GROUP")
                                .param("group", "winter")
                                .param("priority", "7")
                                .param("reason", "年末备货"));

        assertThat(notice.key()).isEqualTo("console.notice.promotion-draft");
        verify(promotions)
                .put(
                        new Promotions.PutRule(
                                StandingPromotions.LIVE,
                                2,
                                "冬季备货",
                                Conditions.NONE
                                        .during(Instant.parse("2026-12-01T00:00:00Z"), null)
                                        .in(
                                                new WeeklySlot(
                                                        DayOfWeek.FRIDAY,
                                                        LocalTime.of(20, 0),
                                                        LocalTime.MIDNIGHT))
                                        .ofRegions(Set.of("310000", "440300"))
                                        .ofGroups(Set.of("CLINIC", "HOSPITAL")),
                                new Benefit.GiftGoods(
                                        new Goods.Products(Set.of(StandingMall.PRODUCT)),
                                        Measure.QUANTITY,
                                        List.of(
                                                Tier.from(
                                                        "10",
                                                        new Benefit.Present(
                                                                StandingMall.PRODUCT,
                                                                Quantity.of(1)))),
                                        true,
                                        Quantity.of(5)),
                                Stacking.oneOf("winter", 7),
                                "年末备货",
                                StandingMall.staff(Role.MARKETING).actor()));
    }

    @Test
    void aChangeOfTheGiftPolicyIsProposedWithWhatTheLawLocksWhetherTickedOrNot() throws Exception {
        Notice notice =
                send(
                        Role.QUALITY,
                        post("/console/policies/proposals")
                                .param("seen", "1")
                                .param("never", "PRESCRIPTION", "OTC_B")
                                .param("leastPercent", "25")
                                .param("reason", "监管要求"));

        assertThat(notice.key()).isEqualTo("console.notice.policy-proposed");
        verify(policies)
                .propose(
                        new GiftPolicies.Proposal(
                                1,
                                Set.of(
                                        RegulatoryCategory.PRESCRIPTION,
                                        RegulatoryCategory.OTC_B,
                                        RegulatoryCategory.PSYCHOTROPIC_I,
                                        RegulatoryCategory.NARCOTIC),
                                25,
                                "监管要求",
                                StandingMall.staff(Role.QUALITY).actor()));
    }

    @Test
    void theGiftPolicyIsDecidedOnByWhoMayAndWhatFourEyesRefuseIsTold() throws Exception {
        String decision = "/console/policies/proposals/" + StandingPolicies.WAITING + "/decision";
        Notice agreed =
                send(
                        Role.QUALITY_HEAD,
                        post(decision).param("decision", "agree").param("reason", "同意"));
        Notice refused =
                send(
                        Role.QUALITY_HEAD,
                        post(decision).param("decision", "refuse").param("reason", "过严"));
        when(policies.withdraw(anyString(), any()))
                .thenReturn(new GiftPolicies.DecideOutcome.Refused("gift-policy.not-proposer"));
        Notice withdrawn =
                send(
                        Role.QUALITY,
                        post(
                                "/console/policies/proposals/"
                                        + StandingPolicies.WAITING
                                        + "/withdraw"));

        assertThat(agreed.key()).isEqualTo("console.notice.policy-agreed");
        assertThat(refused.key()).isEqualTo("console.notice.policy-refused");
        assertThat(withdrawn.key()).isEqualTo("gift-policy.not-proposer");
        Actor head = StandingMall.staff(Role.QUALITY_HEAD).actor();
        verify(policies).agree(StandingPolicies.WAITING, "同意", head);
        verify(policies).refuse(StandingPolicies.WAITING, "过严", head);
    }

    @Test
    void aFlashSaleIsSavedAsItWasTyped() throws Exception {
        Notice notice =
                send(
                        Role.MARKETING,
                        post("/console/flash-sales")
                                .param("code", StandingFlashSales.DRAFT)
                                .param("version", "1")
                                .param("name", "周一夜抢购")
                                .param("product", StandingMall.PRODUCT_CODE)
                                .param("price", "8.80")
                                .param("quota", "400")
                                .param("most", "")
                                .param("from", "2026-12-01T00:00")
                                .param("until", "2027-02-01T00:00")
                                .param("slotDay", "MONDAY", "", "")
                                .param("slotFrom", "20:00", "", "")
                                .param("slotUntil", "22:00", "", "")
                                .param("ahead", "12")
                                .param("reason", "年末备货"));

        assertThat(notice.key()).isEqualTo("console.notice.flash-put");
        verify(flashSales)
                .put(
                        new FlashSales.PutSale(
                                StandingFlashSales.DRAFT,
                                1,
                                StandingMall.PRODUCT,
                                "周一夜抢购",
                                UnitPrice.of("8.80"),
                                Quantity.of(400),
                                null,
                                new Timing(
                                        Instant.parse("2026-11-30T16:00:00Z"),
                                        Instant.parse("2027-01-31T16:00:00Z"),
                                        List.of(
                                                new WeeklySlot(
                                                        DayOfWeek.MONDAY,
                                                        LocalTime.of(20, 0),
                                                        LocalTime.of(22, 0)))),
                                12,
                                "年末备货",
                                StandingMall.staff(Role.MARKETING).actor()));
    }

    @Test
    void everythingThatIsWrongInAFlashSaleIsSaidAtItsField() throws Exception {
        FlashMap flashes =
                flashes(
                        Role.MARKETING,
                        post("/console/flash-sales")
                                .param("product", "nothing")
                                .param("price", "0")
                                .param("quota", "10")
                                .param("most", "11")
                                .param("from", "2026-12-01T00:00")
                                .param("until", "2026-12-01T00:00")
                                .param("slotDay", "MONDAY")
                                .param("slotFrom", "22:00")
                                .param("slotUntil", "20:00")
                                .param("ahead", "169"));

        assertThat(((Map<?, ?>) Objects.requireNonNull(flashes.get("wrong"))).keySet())
                .isEqualTo(
                        Set.of(
                                "name", "reason", "product", "price", "most", "ahead", "until",
                                "slot0"));
        verify(flashSales, never()).put(any());
    }

    @Test
    void aFlashSaleIsPublishedWithLessStockOnlyWhenThatIsTicked() throws Exception {
        String steps = "/console/flash-sales/" + StandingFlashSales.DRAFT + "/steps/";

        send(Role.MARKETING, post(steps + "publish").param("version", "1").param("reason", "go"));
        send(
                Role.MARKETING,
                post(steps + "publish")
                        .param("version", "1")
                        .param("withLess", "true")
                        .param("reason", "go"));
        send(Role.MARKETING, post(steps + "end").param("version", "1").param("reason", "no"));

        verify(flashSales).publish(StandingFlashSales.DRAFT, 1, false, "go", marketing());
        verify(flashSales).publish(StandingFlashSales.DRAFT, 1, true, "go", marketing());
        verify(flashSales).end(StandingFlashSales.DRAFT, "no", marketing());
    }

    private static Actor marketing() {
        return StandingMall.staff(Role.MARKETING).actor();
    }

    @Test
    void whoSavesADraftAfterSomebodyElseSeesWhatHasChangedAndKeepsWhatHeTyped() throws Exception {
        when(promotions.put(argThat(it -> it != null && it.name().equals("我的改动"))))
                .thenReturn(
                        new Promotions.PutOutcome.Refused(
                                "promotion-rule.changed-meanwhile", StandingPromotions.LIVE));
        String edit = "/console/promotions/" + StandingPromotions.LIVE + "/edit";

        FlashMap flashes =
                flashes(
                        Role.MARKETING,
                        post("/console/promotions")
                                .param("code", StandingPromotions.LIVE)
                                .param("version", "2")
                                .param("name", "我的改动")
                                .param("kind", "ORDER_OFF")
                                .param("tierFrom", "777")
                                .param("tierGives", "7")
                                .param("priority", "100")
                                .param("reason", "年末备货"));
        String page = shown(Role.MARKETING, get(edit).flashAttrs(flashes));

        assertThat(((Notice) Objects.requireNonNull(flashes.get("notice"))).key())
                .isEqualTo("promotion-rule.changed-meanwhile");
        assertThat(page).contains("value=\"我的改动\"", "value=\"777\"");
        assertThat(page)
                .as("what the other one changed, and saving again follows his version")
                .contains("id=\"meanwhile\"", "800", "name=\"version\" value=\"3\"");
        assertThat(shown(Role.MARKETING, get(edit)))
                .doesNotContain("id=\"meanwhile\"")
                .contains("name=\"version\" value=\"3\"");
    }

    @Test
    void whoSavesACouponOrFlashSaleAfterSomebodyElseIsToldAndHisNextSavingCounts()
            throws Exception {
        when(couponKinds.put(argThat(it -> it != null && it.name().equals("我的改动"))))
                .thenReturn(
                        new CouponKinds.PutOutcome.Refused("coupon-kind.changed-meanwhile", ""));
        when(flashSales.put(argThat(it -> it != null && it.name().equals("我的改动"))))
                .thenReturn(new FlashSales.PutOutcome.Refused("flash-sale.changed-meanwhile", ""));
        String coupons = "/console/coupons";
        String flash = "/console/flash-sales";

        FlashMap coupon =
                flashes(
                        Role.MARKETING,
                        post(coupons)
                                .param("code", StandingCoupons.PUSHED)
                                .param("version", "1")
                                .param("name", "我的改动")
                                .param("way", "PUSH")
                                .param("off", "77"));
        FlashMap sale =
                flashes(
                        Role.MARKETING,
                        post(flash)
                                .param("code", StandingFlashSales.LIVE)
                                .param("version", "0")
                                .param("name", "我的改动")
                                .param("product", StandingMall.PRODUCT_CODE)
                                .param("price", "7.70")
                                .param("quota", "400")
                                .param("from", "2026-12-01T00:00")
                                .param("ahead", "12")
                                .param("reason", "年末备货"));

        String couponPage =
                shown(
                        Role.MARKETING,
                        get(coupons + "/" + StandingCoupons.PUSHED + "/edit").flashAttrs(coupon));
        assertThat(couponPage).contains("id=\"meanwhile\"", "我的改动", "name=\"version\" value=\"2\"");
        String salePage =
                shown(
                        Role.MARKETING,
                        get(flash + "/" + StandingFlashSales.LIVE + "/edit").flashAttrs(sale));
        assertThat(salePage).contains("id=\"meanwhile\"", "我的改动", "name=\"version\" value=\"1\"");
        assertThat(shown(Role.MARKETING, get(coupons + "/" + StandingCoupons.PUSHED + "/edit")))
                .doesNotContain("id=\"meanwhile\"");
    }

    @Test
    void aRuleShowsItsDraftBesideTheVersionInForceAndWhatDiffers() throws Exception {
        String page = shown(Role.MARKETING, get("/console/promotions/" + StandingPromotions.LIVE));

        assertThat(page.split("data-different")).hasSize(3);
        assertThat(page).containsPattern("data-different[^/]*>[^/]*<td[^/]*>.*Terms");
        assertThat(page)
                .as("12,350.00 were given, the draft has a budget of 10,000.00")
                .contains("below what was used");
        assertThat(page).contains("/steps/publish", "/steps/discard");
        assertThat(shown(Role.MARKETING, get("/console/promotions/" + StandingPromotions.DRAFT)))
                .doesNotContain("id=\"draft\"", "/steps/discard");
    }

    @Test
    void aDraftIsPublishedOrThrownAwayAsTheVersionThatWasSeen() throws Exception {
        Notice thrown =
                send(
                        Role.MARKETING,
                        post("/console/promotions/" + StandingPromotions.LIVE + "/steps/discard")
                                .param("version", "3")
                                .param("reason", "不做了"));
        send(
                Role.MARKETING,
                post("/console/promotions/" + StandingPromotions.LIVE + "/steps/publish")
                        .param("version", "3")
                        .param("reason", "上线"));

        assertThat(thrown.key()).isEqualTo("console.notice.promotion-discard");
        verify(promotions).discard(eq(StandingPromotions.LIVE), eq(3), eq("不做了"), any());
        verify(promotions).publish(eq(StandingPromotions.LIVE), eq(3), eq("上线"), any());
    }

    @Test
    void theDraftIsTriedAndRehearsedInThePlaceOfItsLiveVersion() throws Exception {
        String rule = "/console/promotions/" + StandingPromotions.LIVE;
        shown(Role.MARKETING, tried(rule));
        shown(Role.MARKETING, tried(rule).param("version", "2"));
        String rehearsed =
                mvc.perform(
                                get(rule + "/rehearsal?rehearsed=true&all=true&from=2026-11-01")
                                        .param("until", "2026-11-20")
                                        .with(as(Role.MARKETING)))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();

        verify(deals).preview(argThat(it -> it.version() == 3), any());
        verify(deals).preview(argThat(it -> it.version() == 2), any());
        verify(rehearsals)
                .keep(
                        argThat(
                                it ->
                                        it.stream()
                                                .map(one -> one.code() + "/" + one.version())
                                                .toList()
                                                .equals(
                                                        List.of(
                                                                StandingPromotions.LIVE + "/3",
                                                                StandingPromotions.DRAFT + "/1"))),
                        eq(LocalDate.of(2026, 11, 1)),
                        eq(LocalDate.of(2026, 11, 20)),
                        any());
        assertThat(rehearsed).isEqualTo(rule + "/rehearsal?outcome=" + StandingPromotions.OUTCOME);
        assertThat(shown(Role.MARKETING, get(String.valueOf(rehearsed))))
                .contains(StandingPromotions.LIVE + " / 3", "梅市场", StandingMall.CUSTOMER);
        assertThat(shown(Role.MARKETING, get(rule + "/rehearsal?outcome=18")))
                .contains("kept no more")
                .doesNotContain("id=\"rehearsal\"");
    }

    private static MockHttpServletRequestBuilder tried(String rule) {
        return get(rule)
                .param("customer", StandingMall.CUSTOMER)
                .param("goods", StandingMall.PRODUCT_CODE + " 1");
    }

    @Test
    void everythingThatIsWrongInAPromotionIsSaidAtItsField() throws Exception {
        FlashMap flashes =
                flashes(
                        Role.MARKETING,
                        post("/console/promotions")
                                .param("kind", "TAG_OFF")
                                .param("tierFrom", "100", "50")
                                .param("tierGives", "ten", "5")
                                .param("from", "2026-12-02T08:00")
                                .param("until", "2026-12-01T08:00")
                                .param("regions", "Shanghai")
                                .param("priority", "-1"));

        assertThat(((Map<?, ?>) Objects.requireNonNull(flashes.get("wrong"))).keySet())
                .isEqualTo(Set.of("name", "reason", "of", "tier0", "until", "regions", "priority"));
        verify(promotions, never()).put(any());
    }

    @Test
    void aPromotionAndACouponNameMerchandiseCategories() throws Exception {
        send(
                Role.MARKETING,
                post("/console/promotions")
                        .param("name", "西药满减")
                        .param("kind", "MERCHANDISE_OFF")
                        .param("off", "amount")
                        .param("measure", "AMOUNT")
                        .param("merchandise", "MED-WEST", "NEW")
                        .param("tierFrom", "100")
                        .param("tierGives", "5")
                        .param("priority", "100")
                        .param("reason", "试"));
        verify(promotions)
                .put(
                        argThat(
                                rule ->
                                        rule.benefit()
                                                .goods()
                                                .equals(
                                                        new Goods.Merchandise(
                                                                Set.of("MED-WEST", "NEW")))));
        FlashMap none =
                flashes(
                        Role.MARKETING,
                        post("/console/promotions").param("kind", "MERCHANDISE_GIFT"));
        assertThat(
                        ((Map<?, ?>) Objects.requireNonNull(none.get("wrong")))
                                .containsKey("merchandise"))
                .isTrue();

        MockHttpServletRequestBuilder coupon =
                post("/console/coupons")
                        .param("name", "西药券")
                        .param("way", "CENTRE")
                        .param("off", "amount")
                        .param("value", "10")
                        .param("scope", "merchandise")
                        .param("days", "7")
                        .param("perBuyer", "1")
                        .param("reason", "试一试");
        assertThat(send(Role.MARKETING, coupon).key()).isEqualTo("coupon-kind.scope");
        send(Role.MARKETING, coupon.param("merchandise", "MED-WEST"));
        verify(couponKinds)
                .put(
                        argThat(
                                kind ->
                                        kind.goods()
                                                .equals(
                                                        new Goods.Merchandise(
                                                                Set.of("MED-WEST")))));
    }

    @Test
    void aCouponIsForTheProductsThatAreListedAndAllOfThemMustExist() throws Exception {
        MockHttpServletRequestBuilder typed =
                post("/console/coupons")
                        .param("name", "满百减十")
                        .param("way", "CENTRE")
                        .param("off", "amount")
                        .param("threshold", "100")
                        .param("value", "10")
                        .param("scope", "products")
                        .param("days", "7")
                        .param("perBuyer", "1")
                        .param("reason", "试一试");

        assertThat(send(Role.MARKETING, typed).key()).isEqualTo("coupon-kind.scope");
        assertThat(send(Role.MARKETING, typed.param("of", "YP-NONE")).key())
                .isEqualTo("coupon-kind.unknown-product");
        verify(couponKinds, never()).put(any());
    }

    @Test
    void aCouponIsSavedAsItWasTyped() throws Exception {
        Notice notice =
                send(
                        Role.MARKETING,
                        post("/console/coupons")
                                .param("code", StandingCoupons.PUSHED)
                                .param("version", "2")
                                .param("name", "老客户八折")
                                .param("way", "PUSH")
                                .param("off", "percent")
                                .param("value", "20")
                                .param("cap", "300")
                                .param("scope", "categories")
                                .param("categories", "OTC_A", "OTC_B")
                                .param("payments", "PREPAID")
                                .param("from", "2026-11-24")
                                .param("until", "2026-12-31")
                                .param("issueLimit", "500")
                                .param("perBuyer", "2")
                                .param("combinable", "true")
                                .param("reason", "年终"));

        assertThat(notice.key()).isEqualTo("console.notice.coupon-kind-put");
        verify(couponKinds)
                .put(
                        new CouponKinds.PutKind(
                                StandingCoupons.PUSHED,
                                2,
                                "老客户八折",
                                CouponWay.PUSH,
                                "",
                                new CouponDiscount.PercentOff(
                                        Money.ZERO, new BigDecimal("20"), Money.of("300")),
                                new Goods.Categories(Set.of("OTC_A", "OTC_B")),
                                Set.of("PREPAID"),
                                new CouponValidity.Fixed(
                                        LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 31)),
                                500,
                                2,
                                true,
                                "年终",
                                StandingMall.staff(Role.MARKETING).actor()));
    }

    @Test
    void couponsAreGivenToCustomersByNumberAndAnUnknownNumberStopsTheWhole() throws Exception {
        String path = "/console/coupons/" + StandingCoupons.PUSHED + "/push";

        Notice refused =
                send(
                        Role.MARKETING,
                        post(path).param("companies", "C99999999").param("click", "k"));
        assertThat(refused.key()).isEqualTo("coupon-kind.unknown-company");
        verify(coupons, never()).push(any(), any(), any(), any(), any());

        send(
                Role.MARKETING,
                post(path)
                        .param("companies", StandingMall.CUSTOMER + " ，" + StandingMall.CUSTOMER)
                        .param("click", "k")
                        .param("reason", "感谢"));
        verifyPushed("k", "感谢");
    }

    @Test
    void couponsAreGivenToATypeOrByTheLastOrderAsTheyWereCounted() throws Exception {
        String path = "/console/coupons/" + StandingCoupons.PUSHED + "/push";
        CustomerView customer = customers.byNumber(StandingMall.CUSTOMER).orElseThrow();
        when(customers.ofType(CustomerType.HOSPITAL, PageRequest.first(200)))
                .thenReturn(new Page<>(List.of(customer), 0, 200, 1));
        when(customers.ofRegion("", PageRequest.first(200)))
                .thenReturn(new Page<>(List.of(customer), 0, 200, 1));
        when(orders.orderedSince(any(), eq(List.of(StandingMall.COMPANY))))
                .thenReturn(Set.of(StandingMall.COMPANY));
        MockHttpServletRequestBuilder notOrdered =
                post(path)
                        .param("to", "NOT_ORDERED")
                        .param("group", "90")
                        .param("expected", "1")
                        .param("click", "n")
                        .param("reason", "唤醒");

        assertThat(send(Role.MARKETING, notOrdered).key()).isEqualTo("coupon-kind.empty-group");
        assertThat(
                        send(
                                        Role.MARKETING,
                                        post(path)
                                                .param("to", "TYPE")
                                                .param("group", "HOSPITAL")
                                                .param("expected", "7")
                                                .param("click", "t")
                                                .param("reason", "医院"))
                                .key())
                .as("another number than was counted")
                .isEqualTo("console.coupon.push-group.moved");
        verify(coupons, never()).push(any(), any(), any(), any(), any());

        send(
                Role.MARKETING,
                post(path)
                        .param("to", "TYPE")
                        .param("group", "HOSPITAL")
                        .param("expected", "1")
                        .param("click", "t")
                        .param("reason", "医院"));
        verifyPushed("t", "医院");
        send(
                Role.MARKETING,
                post(path)
                        .param("to", "ORDERED")
                        .param("group", "30")
                        .param("expected", "1")
                        .param("click", "o")
                        .param("reason", "回馈"));
        verifyPushed("o", "回馈");
        assertThat(
                        send(
                                        Role.MARKETING,
                                        post(path)
                                                .param("to", "ORDERED")
                                                .param("group", "soon")
                                                .param("expected", "1")
                                                .param("click", "x"))
                                .key())
                .isEqualTo("coupon-kind.empty-group");
    }

    @Test
    void couponsAreGivenToAllOfALevelOrARegionAndAnEmptyGroupIsNamed() throws Exception {
        String path = "/console/coupons/" + StandingCoupons.PUSHED + "/push";
        CustomerView customer = customers.byNumber(StandingMall.CUSTOMER).orElseThrow();
        when(customers.ofLevel("NONE", PageRequest.first(200)))
                .thenReturn(new Page<>(List.of(), 0, 200, 0));
        when(customers.ofRegion("35", PageRequest.first(200)))
                .thenReturn(new Page<>(List.of(customer), 0, 200, 1));
        when(customers.ofRegion("35", PageRequest.of(1, 200)))
                .thenReturn(new Page<>(List.of(), 1, 200, 1));

        Notice nobody =
                send(
                        Role.MARKETING,
                        post(path).param("to", "LEVEL").param("group", "NONE").param("click", "g"));
        send(
                Role.MARKETING,
                post(path)
                        .param("to", "REGION")
                        .param("group", " 35 ")
                        .param("expected", "1")
                        .param("click", "g")
                        .param("reason", "福建推广"));

        assertThat(nobody).isEqualTo(new Notice("danger", "coupon-kind.empty-group", "NONE"));
        verifyPushed("g", "福建推广");
    }

    private void verifyPushed(String click, String reason) {
        verify(coupons)
                .push(
                        StandingCoupons.PUSHED,
                        List.of(StandingMall.COMPANY),
                        click,
                        reason,
                        StandingMall.staff(Role.MARKETING).actor());
    }

    @Test
    void aQuotaIsSavedOrEndedAndASlipIsTold() throws Exception {
        String path = "/console/catalogue/quota/" + StandingMall.PRODUCT;
        assertThat(
                        send(
                                        Role.QUALITY,
                                        post(path)
                                                .param("most", "many")
                                                .param("days", "30")
                                                .param("reason", "x"))
                                .key())
                .isEqualTo("quota.most");
        send(
                Role.QUALITY,
                post(path).param("most", "120").param("days", "30").param("reason", "含麻黄碱"));
        send(
                Role.QUALITY_HEAD,
                post(path).param("most", "").param("days", "1").param("reason", "不再含"));

        verify(quotas)
                .put(
                        new Quotas.PutQuota(
                                StandingMall.PRODUCT,
                                Quantity.of(120),
                                30,
                                "含麻黄碱",
                                StandingMall.staff(Role.QUALITY).actor()));
        verify(quotas)
                .put(
                        new Quotas.PutQuota(
                                StandingMall.PRODUCT,
                                null,
                                1,
                                "不再含",
                                StandingMall.staff(Role.QUALITY_HEAD).actor()));
    }

    @Test
    void theRuleForPointsIsSavedAsItWasTyped() throws Exception {
        MockHttpServletRequestBuilder typed =
                post("/console/points/rules")
                        .param("seen", "2")
                        .param("perYuan", "1.5")
                        .param("neverEarn", "CONTROLLED_COMPOUND")
                        .param("validMonths", "24")
                        .param("redeems", "true")
                        .param("step", "100")
                        .param("worth", "1.00")
                        .param("mostPercent", "30")
                        .param("neverRedeem", "PRESCRIPTION", "OTC_A")
                        .param("welcome", "800")
                        .param("reason", "年终");

        assertThat(send(Role.MARKETING, typed).key()).isEqualTo("console.notice.points-rule-put");
        verify(pointsRules)
                .put(
                        new PointsRules.PutRule(
                                2,
                                new BigDecimal("1.5"),
                                Set.of(RegulatoryCategory.CONTROLLED_COMPOUND),
                                24,
                                true,
                                100,
                                Money.of("1.00"),
                                30,
                                Set.of(RegulatoryCategory.PRESCRIPTION, RegulatoryCategory.OTC_A),
                                800,
                                "年终",
                                StandingMall.staff(Role.MARKETING).actor()));
    }

    @Test
    void aRecallStopTakesItsOwnAnswersOnly() throws Exception {
        openTask("recall-stop");
        MockHttpServletRequestBuilder retry =
                post("/console/orders/SO1/tasks/5/decision").param("decision", "retry");
        assertThat(send(Role.QUALITY, retry).key()).isEqualTo("console.notice.impossible");

        send(
                Role.QUALITY,
                post("/console/orders/SO1/tasks/5/decision").param("decision", "ship-others"));

        verify(tasks).complete(eq(5L), eq(Map.of("decision", "ship-others")), any());
    }

    @Test
    void anOrderIsCompletedWithoutItsInvoicesForAReasonOnly() throws Exception {
        openTask("chase-invoice");
        String path = "/console/orders/SO1/tasks/5/decision";
        assertThat(send(Role.FINANCE, post(path).param("decision", "close")).key())
                .isEqualTo("console.notice.reason-missing");

        send(Role.FINANCE, post(path).param("decision", "close").param("reason", "ERP 停用，已线下开票"));

        verify(tasks)
                .complete(eq(5L), eq(Map.of("decision", "close", "reason", "ERP 停用，已线下开票")), any());
    }

    private static MockHttpServletRequestBuilder openedRecall() {
        return post("/console/recalls")
                .param("product", StandingMall.PRODUCT_CODE)
                .param("batch", "B240301")
                .param("reason", "检出异物");
    }

    @Test
    void aDecisionOnAnOrderIsOfTheGroupOfItsTask() throws Exception {
        openTask("finance-approval");

        send(
                Role.FINANCE,
                post("/console/orders/SO1/tasks/5/decision")
                        .param("decision", "approve")
                        .param("revision", "2")
                        .param("reason", "good customer"));

        verify(orders)
                .recordApproval(
                        eq("SO1"), eq(2), eq("finance"), eq(true), eq("good customer"), any());
        assertThat(kept().details()).containsEntry("decision", "approve");
    }

    @Test
    void aDecisionOnAnOrderThatWasChangedMeanwhileIsRefusedInWordsAndTheTaskStaysOpen()
            throws Exception {
        openTask("finance-approval");
        when(orders.recordApproval(
                        anyString(), anyInt(), anyString(), eq(true), anyString(), any()))
                .thenReturn(new Orders.ApprovalOutcome.Withdrawn("approval.changed"));

        Notice notice =
                send(
                        Role.FINANCE,
                        post("/console/orders/SO1/tasks/5/decision").param("decision", "approve"));

        assertThat(notice.key()).isEqualTo("approval.changed");
        verify(tasks, never()).complete(anyLong(), any(), any());
    }

    @Test
    void theDeskChangesQuantitiesAndTakesLinesOutOfTheRevisionItSaw() throws Exception {
        when(orders.change(any())).thenReturn(new ChangeOutcome.Changed(2));

        Notice notice =
                send(Role.SALES, changed().param("quantity", "12", "7.5", "3").param("out", "3"));

        assertThat(notice.key()).isEqualTo("console.notice.order-change");
        verify(orders)
                .change(
                        new ChangeOrder(
                                "SO1",
                                1,
                                List.of(
                                        new ChangeOrder.Line(1, Quantity.of(12)),
                                        new ChangeOrder.Line(
                                                2, new Quantity(new BigDecimal("7.5"))),
                                        new ChangeOrder.Line(3, Quantity.ZERO)),
                                "fewer",
                                StandingMall.staff(Role.SALES).actor()));
    }

    @Test
    void aChangeThatIsNotPossibleSaysWhy() throws Exception {
        when(orders.change(any()))
                .thenReturn(new ChangeOutcome.NotPossible("order-change.outdated"));

        Notice notice = send(Role.SALES, changed().param("quantity", "12"));

        assertThat(notice.key()).isEqualTo("order-change.outdated");
        assertThat(notice.color()).isEqualTo("danger");
    }

    @Test
    void aPartWhoseOutcomeHasChangedIsShownAnew() throws Exception {
        when(parts.request(any()))
                .thenReturn(new PartCancellations.Outcome.Changed(StandingMall.PART));

        mvc.perform(
                        post("/console/orders/" + StandingMall.ORDER + "/part")
                                .param("revision", "1")
                                .param("keep", "300")
                                .param("reason", "fewer")
                                .param("seen", "old")
                                .param("act", "submit")
                                .with(
                                        authentication(
                                                UsernamePasswordAuthenticationToken.authenticated(
                                                        StandingMall.staff(Role.SALES),
                                                        null,
                                                        AuthorityUtils.createAuthorityList(
                                                                "ROLE_SALES"))))
                                .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(model().attribute("problem", "order-part.changed"))
                .andExpect(model().attribute("statement", StandingMall.PART));
    }

    private static MockHttpServletRequestBuilder changed() {
        return post("/console/orders/SO1/change").param("revision", "1").param("reason", "fewer");
    }

    @Test
    void givingUpTellsTheProcessWhyAndKeepsIt() throws Exception {
        openTask("erp-rejection");

        send(
                Role.SALES,
                post("/console/orders/SO1/tasks/5/decision")
                        .param("decision", "give-up")
                        .param("reason", "product stopped"));

        verify(tasks)
                .complete(
                        eq(5L),
                        eq(Map.of("decision", "give-up", "reason", "product stopped")),
                        any());
        assertThat(kept().reason()).isEqualTo("product stopped");
    }

    @Test
    void anAnswerTheTaskDoesNotTakeChangesNothing() throws Exception {
        openTask("erp-rejection");

        Notice notice =
                send(
                        Role.SALES,
                        post("/console/orders/SO1/tasks/5/decision").param("decision", "approve"));

        assertThat(notice.key()).isEqualTo("console.notice.impossible");
        verify(tasks, never()).complete(anyLong(), any(), any());
    }

    @Test
    void aRepairNeedsAReasonAndAVariableMustBeJson() throws Exception {
        MockHttpServletRequestBuilder retry =
                post("/console/operations/" + StandingMall.INSTANCE + "/incidents/77/retry");
        assertThat(send(Role.OPERATOR, retry).key()).isEqualTo("console.notice.reason-missing");
        assertThat(
                        send(
                                        Role.OPERATOR,
                                        post("/console/operations/"
                                                        + StandingMall.INSTANCE
                                                        + "/variables")
                                                .param("name", "facts")
                                                .param("value", "{\"total\":")
                                                .param("reason", "wrong total"))
                                .key())
                .isEqualTo("console.notice.not-json");
        verify(instances, never()).retry(anyLong(), any(), any());
        verify(instances, never()).changeVariable(anyLong(), any(), any(), any(), any());
    }

    @Test
    void aVariableThatPeopleOrRulesDecideIsRefusedInWords() throws Exception {
        doThrow(new RepairRefused("repair.cannot.decided"))
                .when(instances)
                .changeVariable(anyLong(), eq("needs"), any(), any(), any());

        Notice notice =
                send(
                        Role.OPERATOR,
                        post("/console/operations/" + StandingMall.INSTANCE + "/variables")
                                .param("name", "needs")
                                .param("value", "[]")
                                .param("reason", "in a hurry"));

        assertThat(notice.key()).isEqualTo("repair.cannot.decided");
        assertThat(notice.color()).isEqualTo("danger");
    }

    private void openTask(String element) {
        TaskView task =
                new TaskView(
                        5,
                        "order-approval",
                        element,
                        element,
                        "SO1",
                        "Company",
                        null,
                        List.of("sales"),
                        60,
                        StandingMall.NOW,
                        null,
                        TaskView.State.OPEN,
                        1);
        when(tasks.task(5)).thenReturn(Optional.of(task));
    }

    private AuditEntry kept() {
        ArgumentCaptor<AuditEntry> entry = ArgumentCaptor.forClass(AuditEntry.class);
        verify(audit).record(entry.capture());
        return entry.getValue();
    }

    private Notice send(Role role, MockHttpServletRequestBuilder request) throws Exception {
        return (Notice) Objects.requireNonNull(flashes(role, request).get("notice"));
    }

    private String shown(Role role, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.param("lang", "en").with(as(role)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static RequestPostProcessor as(Role role) {
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        StandingMall.staff(role),
                        null,
                        AuthorityUtils.createAuthorityList("ROLE_" + role)));
    }

    private FlashMap flashes(Role role, MockHttpServletRequestBuilder request) throws Exception {
        StaffView staff = StandingMall.staff(role);
        return mvc.perform(
                        request.with(csrf())
                                .with(
                                        authentication(
                                                UsernamePasswordAuthenticationToken.authenticated(
                                                        staff,
                                                        null,
                                                        AuthorityUtils.createAuthorityList(
                                                                "ROLE_" + role)))))
                .andReturn()
                .getFlashMap();
    }
}
