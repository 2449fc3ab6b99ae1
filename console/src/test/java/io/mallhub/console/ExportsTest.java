package io.mallhub.console;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.mallhub.audit.AuditLog;
import io.mallhub.binding.MessageLog;
import io.mallhub.binding.Quarantine;
import io.mallhub.conflict.Conflicts;
import io.mallhub.coupon.CouponKinds;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponWay;
import io.mallhub.flash.FlashSales;
import io.mallhub.flash.SaleState;
import io.mallhub.identity.Role;
import io.mallhub.order.DealRehearsals;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.PaymentQuery;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentState;
import io.mallhub.points.Points;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.TopUpView;
import io.mallhub.prepaid.TopUps;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Repairs.ItemState;
import io.mallhub.processes.Tasks;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.RuleKind;
import io.mallhub.promotion.RuleState;
import io.mallhub.recall.RecallState;
import io.mallhub.recall.Recalls;
import io.mallhub.recall.Recalls.RecallQuery;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.ReceiptView;
import io.mallhub.receipt.Receipts;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/** Every list leaves the console as an Excel file, with the filter of its page. */
@SpringBootTest(classes = {ConsoleTestApplication.class, StandingMall.class})
@AutoConfigureMockMvc
@SuppressWarnings("DirectInvocationOnMock")
class ExportsTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates/console");

    /** A message key or constant that has no name. */
    private static final Pattern NAMELESS =
            Pattern.compile("console\\.[a-z.-]+|[A-Z]\\w+\\.[A-Z][A-Z_]+");

    /** Lists without an export, and why. */
    private static final Map<String, String> NONE =
            Map.ofEntries(
                    entry("commission/rules.html", "versions of rules, no rows of the business"),
                    entry("points/rules.html", "versions of rules, no rows of the business"),
                    entry("policies/policy.html", "versions of a policy, no rows of the business"),
                    entry("prepaid/rules.html", "versions of rules, no rows of the business"),
                    entry("administration/delegations.html", "the audit log has them, and exports"),
                    entry("administration/role.html", "the list of staff exports people"),
                    entry(
                            "administration/role-history.html",
                            "versions of a role; the audit log has them, and exports"),
                    entry("integration/webhooks.html", "a handful of settings; deliveries export"),
                    entry("openness/doors.html", "versions of a setting, no rows of the business"),
                    entry(
                            "distribution/terms.html",
                            "versions of a setting, no rows of the business"),
                    entry("integration/reconciliations.html", "runs; what one found is exported"),
                    entry("customers/behalf.html", "the mall as a customer sees it exports them"),
                    entry("integration/certifications.html", "runs; the report of each exports"),
                    entry("notices/inbox.html", "a person's own notices"));

    /**
     * @param page with its filter
     * @param column title of one that tells rows apart
     * @param values below it
     */
    record Export(String page, String column, String... values) {
        String path() {
            return page.replaceFirst("(\\?|$)", "/export$1");
        }

        @Override
        public String toString() {
            return path();
        }
    }

    private static final List<Export> EXPORTS =
            List.of(
                    new Export(
                            "/console/compliance?scope=mine",
                            "About",
                            "成都蓝天医药有限公司",
                            "杭州康复大药房有限公司",
                            "深圳远航医药连锁"),
                    new Export(
                            "/console/compliance/applications",
                            "Application",
                            StandingMall.APPLICATION),
                    new Export("/console/compliance/archive", "Version", "2", "1"),
                    new Export(
                            "/console/compliance/expiry",
                            "Customer no.",
                            StandingMall.CUSTOMER,
                            StandingMall.CUSTOMER),
                    new Export("/console/compliance/four-eyes", "About", StandingMall.ORDER),
                    new Export(
                            "/console/roles",
                            "Role",
                            "Quality",
                            "Head of quality",
                            "Order desk",
                            "Finance",
                            "Warehouse",
                            "Goods inspector",
                            "Operator",
                            "Integration",
                            "Marketing",
                            "Salesperson",
                            "Administrator",
                            "价格专员",
                            "促销助理"),
                    new Export(
                            "/console/orders",
                            "Order",
                            StandingMall.ORDER,
                            "SO20261123000",
                            "SO20261123001",
                            "SO20261123002",
                            "SO20261123003",
                            "SO20261123004",
                            "SO20261123005",
                            "SO20261123006",
                            "SO20261123007",
                            "SO20261123008",
                            "SO20261123009",
                            "SO20261123010",
                            "SO20261123011"),
                    new Export(
                            "/console/returns",
                            "Return no.",
                            "RT20261123000010",
                            "RT20261123000011",
                            "RT20261123000012",
                            StandingReturns.RETURN,
                            "RT20261123000014",
                            "RT20261123000015",
                            "RT20261123000016",
                            "RT20261123000017",
                            "RT20261123000018",
                            "RT20261123000019"),
                    new Export(
                            "/console/recalls",
                            "Recall no.",
                            StandingRecalls.RECALL,
                            StandingRecalls.CLOSED),
                    new Export("/console/customers", "Customer no.", StandingMall.CUSTOMER),
                    new Export(
                            "/console/invitations?state=OPEN",
                            "Invited",
                            "13900000001",
                            "成都蓝天医药有限公司",
                            "purchasing.department@long-name-of-a-pharmacy.example.com",
                            "021-55556666"),
                    new Export("/console/visibility?ended=true", "No.", "15", "14", "12", "9"),
                    new Export(
                            "/console/visibility/as?customer=" + StandingMall.CUSTOMER,
                            "Code",
                            StandingMall.PRODUCT_CODE,
                            StandingMall.PRODUCT_CODE),
                    new Export("/console/sales-regions", "Customer no.", StandingMall.CUSTOMER),
                    new Export(
                            "/console/catalogue",
                            "Code",
                            StandingMall.PRODUCT_CODE,
                            StandingMall.PRODUCT_CODE),
                    new Export("/console/merchandise", "Product code", StandingMall.PRODUCT_CODE),
                    new Export(
                            "/console/prices?state=PUBLISHED",
                            "No.",
                            "PL000003",
                            "PL000002",
                            "PL000003"),
                    new Export(
                            "/console/prices/lists/" + StandingPrices.DRAFT,
                            "Product code",
                            StandingMall.PRODUCT_CODE,
                            StandingMall.PRODUCT_CODE),
                    new Export(
                            "/console/prices/lists/" + StandingPrices.DRAFT + "/preview?floor=true",
                            "Code",
                            StandingMall.PRODUCT_CODE),
                    new Export(
                            "/console/prices/lists/" + StandingPrices.DRAFT + "/import",
                            "Row",
                            "7",
                            "7",
                            "7",
                            "9"),
                    new Export(
                            "/console/prices/floors?undercut=true",
                            "Code",
                            StandingMall.PRODUCT_CODE),
                    new Export("/console/prepaid/methods?ended=true", "Reason", "金牌客户可用账期", "暂停供货"),
                    new Export(
                            "/console/promotions?state=LIVE",
                            "Rule",
                            StandingPromotions.DRAFT,
                            StandingPromotions.LIVE),
                    new Export(
                            "/console/promotions/"
                                    + StandingPromotions.DRAFT
                                    + "/rehearsal?outcome="
                                    + StandingPromotions.OUTCOME,
                            "Customer no.",
                            StandingMall.CUSTOMER),
                    new Export(
                            "/console/flash-sales?state=LIVE",
                            "Sale",
                            StandingFlashSales.DRAFT,
                            StandingFlashSales.LIVE),
                    new Export(
                            "/console/flash-sales/" + StandingFlashSales.LIVE, "Taken", "0", "371"),
                    new Export(
                            "/console/coupons?way=PUSH",
                            "Kind",
                            StandingCoupons.PUSHED,
                            StandingCoupons.STOPPED),
                    new Export(
                            "/console/coupons/" + StandingCoupons.PUSHED,
                            "Coupon",
                            "CP20261124000013",
                            StandingCoupons.COUPON),
                    new Export("/console/policies/exemptions", "Version", "2", "1"),
                    new Export("/console/points", "Available", "12480"),
                    new Export(
                            "/console/points/companies/" + StandingMall.COMPANY,
                            "Document",
                            "2026-11-01",
                            "RT20261124000001",
                            "RT20261124000001",
                            StandingMall.ORDER,
                            StandingMall.ORDER,
                            StandingMall.ORDER,
                            StandingMall.ORDER),
                    new Export("/console/prepaid", "Principal", "5000"),
                    new Export(
                            "/console/prepaid/top-ups",
                            "Top-up",
                            StandingPrepaid.OPEN,
                            StandingPrepaid.CREDITED),
                    new Export(
                            "/console/prepaid/accounts/" + StandingMall.COMPANY,
                            "Document",
                            "SO20261121000007",
                            StandingPrepaid.CREDITED),
                    new Export("/console/prepaid/own", "Top-up", StandingTransfers.OWN),
                    new Export(
                            "/console/prepaid/methods/account",
                            "Account number",
                            "6222 0000 1111 2222",
                            "1202 0212 0990 0123 456"),
                    new Export(
                            "/console/receivables/orders",
                            "Order",
                            StandingTransfers.WAITING,
                            "SO20261121000007"),
                    new Export(
                            "/console/receivables/repayments",
                            "Repayment",
                            StandingTransfers.ASKED,
                            StandingTransfers.RECORDED,
                            StandingTransfers.KEPT),
                    new Export("/console/receivables", "Customer no.", "C00000001", "C00000002"),
                    new Export(
                            "/console/receivables/accounts/" + StandingMall.COMPANY,
                            "Document",
                            "",
                            "SO20261005000003",
                            "CN20261110001",
                            StandingReceivables.BOOKED,
                            StandingReceivables.REVERSED,
                            StandingReceivables.REVERSED,
                            StandingMall.ORDER,
                            ""),
                    new Export(
                            "/console/receivables/receipts",
                            "Payment",
                            StandingReceivables.OPEN,
                            StandingReceivables.BOOKED,
                            StandingReceivables.ASKED,
                            StandingReceivables.REVERSED),
                    new Export(
                            "/console/receivables/announced",
                            "Announcement",
                            StandingReceivables.TOP_UP,
                            StandingReceivables.ANNOUNCED,
                            "PA20261119000002",
                            "PA20261110000001"),
                    new Export(
                            "/console/payments",
                            "Payment",
                            StandingPayments.UNCLEAR,
                            StandingPayments.PAID),
                    new Export("/console/payments/refunds", "Refund", StandingPayments.REFUSED),
                    new Export(
                            "/console/payments/notices?all=true",
                            "Verdict",
                            "Wrong amount",
                            "No such payment",
                            "Another merchant"),
                    new Export(
                            "/console/commission?month=2026-10",
                            "Statement",
                            StandingCommission.STATEMENT),
                    new Export(
                            "/console/commission/payees", "Account", "6217000099998888", "…2222"),
                    new Export("/console/my-commission", "Amount", "2.66"),
                    new Export("/console/distribution?state=LIVE", "Orders", "12", "0", "0", "0"),
                    new Export(
                            "/console/distribution/goods?shared=true", "Sharer's ratio", "5", "0"),
                    new Export(
                            "/console/distribution/distributors?ended=true",
                            "Distributor",
                            "salesperson",
                            "seller2"),
                    new Export(
                            "/console/my-links?text=fair",
                            "State",
                            "Live",
                            "Revoked",
                            "Over",
                            "Planned"),
                    new Export(
                            "/console/my-customers?text=Blue",
                            "Customer no.",
                            StandingMall.CUSTOMER),
                    new Export(
                            "/console/operations/instances",
                            "Instance",
                            "2251799813685249",
                            "2251799813685250"),
                    new Export("/console/operations/incidents", "Victims", "23", "1"),
                    new Export(
                            "/console/operations/incidents/" + StandingOperations.GROUP,
                            "Instance",
                            "2251799813685249",
                            "2251799813685250"),
                    new Export("/console/operations/repairs", "#", "7"),
                    new Export(
                            "/console/operations/repairs/" + StandingOperations.BATCH,
                            "Outcome",
                            "Done",
                            "It has ended"),
                    new Export("/console/integration/quarantine", "Record", "YP000999"),
                    new Export("/console/integration/reconciliation/5", "Record", "YP000123"),
                    new Export("/console/integration/messages", "State", "HTTP 200", "no reply"),
                    new Export(
                            "/console/integration/webhooks/deliveries",
                            "About",
                            StandingMall.ORDER),
                    new Export(
                            "/console/integration/clients", "Program", "HT2005 interface", "Old"),
                    new Export("/console/integration/definitions", "Title", "Acme ERP"),
                    new Export(
                            "/console/integration/connections/sim-soap/rehearsal?candidate="
                                    + StandingConnectionDesk.UPLOAD,
                            "After",
                            "0.25g"),
                    new Export(
                            "/console/integration/certifications/" + StandingConnectionDesk.RUN,
                            "Entity",
                            "Products",
                            "Orders",
                            "Returns"),
                    new Export("/console/conflicts", "Number", StandingMall.CONFLICT),
                    new Export(
                            "/console/staff",
                            "Login",
                            "quality",
                            "quality_head",
                            "finance",
                            "admin"),
                    new Export("/console/audit", "#", "42"));

    @Autowired MockMvc mvc;
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired Tasks tasks;
    @Autowired AuditLog audit;
    @Autowired InstanceSearch instances;
    @Autowired Repairs repairs;
    @Autowired Quarantine quarantine;
    @Autowired MessageLog messages;
    @Autowired Conflicts conflicts;
    @Autowired PrepaidAccounts prepaid;
    @Autowired TopUps topUps;
    @Autowired OnlinePayments payments;
    @Autowired PaymentNotices notices;
    @Autowired Receipts receipts;
    @Autowired Announcements announcements;
    @Autowired Recalls recalls;
    @Autowired CouponKinds coupons;
    @Autowired Promotions promotions;
    @Autowired DealRehearsals rehearsals;
    @Autowired FlashSales flashSales;
    @Autowired Points points;

    @Test
    void everyListWithPagesHasAnExportOrAReasonForNone() throws IOException {
        Set<String> without = new TreeSet<>();
        int lists = 0;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".html")).toList()) {
                String text = Files.readString(file);
                if (text.contains("kit/list :: pager(")) {
                    lists++;
                    if (!text.contains("kit/list :: export(")) {
                        without.add(TEMPLATES.relativize(file).toString());
                    }
                }
            }
        }

        assertThat(lists).isGreaterThan(30);
        assertThat(without).isEqualTo(NONE.keySet());
    }

    @Test
    void everyExportIsAmongThoseThatAreLookedAtHere() {
        AntPathMatcher paths = new AntPathMatcher();
        List<String> exports =
                requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                        .flatMap(it -> it.getPatternValues().stream())
                        .filter(it -> it.endsWith("/export"))
                        .toList();

        assertThat(exports)
                .hasSameSizeAs(EXPORTS)
                .allSatisfy(
                        pattern ->
                                assertThat(EXPORTS)
                                        .anyMatch(it -> paths.match(pattern, bare(it.path()))));
    }

    @ParameterizedTest
    @FieldSource("EXPORTS")
    void aPageLeadsToTheExportOfItsFilterAndThatHoldsItsRows(Export export) throws Exception {
        String page = answer(export.page()).getContentAsString();
        List<List<String>> sheet = sheet(export.path(), 0);

        assertThat(page).contains("href=\"" + HtmlUtils.htmlEscape(export.path()) + "\"");
        assertThat(sheet.getFirst()).noneMatch(String::isBlank);
        assertThat(sheet.stream().flatMap(List::stream))
                .noneMatch(it -> NAMELESS.matcher(it).matches());
        assertThat(below(sheet, export.column())).containsExactly(export.values());
    }

    @Test
    void whatFourEyesRefusedStandsOnASheetBesideWhatBreaksThem() throws Exception {
        List<List<String>> refused = sheet("/console/compliance/four-eyes/export", 1);

        assertThat(below(refused, "About")).containsExactly(StandingMall.ORDER);
        verify(audit, atLeastOnce())
                .page(argThat(it -> "refuse-approval".equals(it.action())), any());
    }

    @Test
    void anExportReadsWhatTheFilterOfItsPageAsksFor() throws Exception {
        answer("/console/compliance/export?scope=mine&text=kangfu");
        answer("/console/operations/repairs/" + StandingOperations.BATCH + "/export?state=FAILED");
        answer("/console/operations/incidents/" + StandingOperations.GROUP + "/export");
        answer("/console/integration/quarantine/export?connection=c1&flow=f1&all=true");
        answer(
                "/console/integration/messages/export?connection=c1&text=SO9&faults=true"
                        + "&from=2026-11-01&until=2026-11-30");
        answer("/console/conflicts/export?all=true");
        answer("/console/prepaid/export?text=Blue");
        answer("/console/prepaid/top-ups/export?state=REVERSED");
        answer("/console/payments/export?text=OP9&state=CLOSED");
        answer("/console/payments/notices/export?all=false");
        answer("/console/receivables/receipts/export?state=DISCARDED");
        answer("/console/receivables/announced/export?state=DECLINED");
        answer("/console/recalls/export?state=CLOSED&text=B9");
        answer("/console/promotions/export?state=PAUSED&kind=SAME_GIFT&drafted=true");
        answer(
                "/console/promotions/"
                        + StandingPromotions.DRAFT
                        + "/rehearsal/export?outcome="
                        + StandingPromotions.OUTCOME);
        answer("/console/flash-sales/export?state=PAUSED");
        answer("/console/coupons/export?way=NEWCOMER");
        answer("/console/coupons/" + StandingCoupons.PUSHED + "/export?state=EXPIRED");
        answer("/console/points/export?text=Blue");

        verify(tasks, atLeastOnce())
                .page(
                        argThat(it -> "all".equals(it.assignee()) && "kangfu".equals(it.text())),
                        any());
        verify(repairs, atLeastOnce())
                .items(eq(StandingOperations.BATCH), eq(ItemState.FAILED), any());
        verify(instances, atLeastOnce())
                .find(eq(Criteria.ofGroup(StandingOperations.GROUP)), isNull(), eq(200));
        verify(quarantine, atLeastOnce()).page(eq("c1"), eq("f1"), eq(false), isNull(), any());
        verify(messages, atLeastOnce())
                .page(
                        eq(
                                new MessageLog.Query(
                                        "c1",
                                        "SO9",
                                        true,
                                        Instant.parse("2026-10-31T16:00:00Z"),
                                        Instant.parse("2026-11-30T16:00:00Z"))),
                        any());
        verify(conflicts, atLeastOnce()).page(eq(false), any());
        verify(prepaid, atLeastOnce()).page(eq("Blue"), any());
        verify(topUps, atLeastOnce()).page(isNull(), eq(TopUpView.State.REVERSED), any());
        verify(payments, atLeastOnce())
                .page(eq(new PaymentQuery("OP9", PaymentState.CLOSED)), any());
        verify(notices, atLeastOnce()).page(eq(true), any());
        verify(receipts, atLeastOnce()).page(isNull(), eq(ReceiptView.State.DISCARDED), any());
        verify(announcements, atLeastOnce()).page(isNull(), eq(AnnouncementState.DECLINED), any());
        verify(recalls, atLeastOnce()).page(eq(new RecallQuery(RecallState.CLOSED, "B9")), any());
        verify(promotions, atLeastOnce())
                .page(eq(RuleState.PAUSED), eq(RuleKind.SAME_GIFT), eq(true), any());
        verify(rehearsals, atLeastOnce()).customers(eq(StandingPromotions.OUTCOME), any());
        verify(flashSales, atLeastOnce()).page(eq(SaleState.PAUSED), any());
        verify(coupons, atLeastOnce()).page(eq(CouponWay.NEWCOMER), any());
        verify(coupons, atLeastOnce())
                .given(eq(StandingCoupons.PUSHED), eq(CouponState.EXPIRED), any());
        verify(points, atLeastOnce()).page(eq("Blue"), any());
    }

    private static String bare(String path) {
        return path.replaceFirst("\\?.*", "");
    }

    private static List<String> below(List<List<String>> sheet, String column) {
        int at = sheet.getFirst().indexOf(column);
        assertThat(at).as(column + " among " + sheet.getFirst()).isNotNegative();
        return sheet.stream().skip(1).map(row -> row.get(at)).toList();
    }

    private List<List<String>> sheet(String path, int number) throws Exception {
        DataFormatter shown = new DataFormatter();
        byte[] file = answer(path).getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            int columns = book.getSheetAt(number).getRow(0).getLastCellNum();
            return StreamSupport.stream(book.getSheetAt(number).spliterator(), false)
                    .map(row -> texts(row, columns, shown))
                    .toList();
        }
    }

    private static List<String> texts(Row row, int columns, DataFormatter shown) {
        return Stream.iterate(0, i -> i < columns, i -> i + 1)
                .map(i -> shown.formatCellValue(row.getCell(i)))
                .toList();
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(
                                get(path)
                                        .cookie(new Cookie("lang", "en"))
                                        .with(
                                                authentication(
                                                        UsernamePasswordAuthenticationToken
                                                                .authenticated(
                                                                        StandingMall.staff(
                                                                                Role.values()),
                                                                        null,
                                                                        AuthorityUtils
                                                                                .createAuthorityList(
                                                                                        roles())))))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer;
    }

    private static List<String> roles() {
        return Arrays.stream(Role.values()).map(role -> "ROLE_" + role).toList();
    }
}
