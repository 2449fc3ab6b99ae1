package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.audit.RecordedEntry;
import io.mallhub.binding.ConnectionView;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.FlowRun;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Hours;
import io.mallhub.binding.MallChanges;
import io.mallhub.binding.MessageLog;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Reconciliations;
import io.mallhub.binding.Schedule;
import io.mallhub.binding.SecretsKeys;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.conflict.ConflictView;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldOwners;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.Exchange;
import io.mallhub.customer.ApplicationRow;
import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.ApplicationView;
import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckReport;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.DocumentState;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.DocumentView;
import io.mallhub.customer.ExpiryRow;
import io.mallhub.customer.LicenceGate;
import io.mallhub.customer.Registrations;
import io.mallhub.customer.RenewalState;
import io.mallhub.customer.RenewalView;
import io.mallhub.customer.Renewals;
import io.mallhub.customer.SalesRegions;
import io.mallhub.customer.SalesRegions.SalesRegion;
import io.mallhub.customer.Salespeople;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.DelegationState;
import io.mallhub.identity.DelegationView;
import io.mallhub.identity.Delegations;
import io.mallhub.identity.Role;
import io.mallhub.identity.SignIn;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.StandIn;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.ErpState;
import io.mallhub.order.Explanation;
import io.mallhub.order.Invoices;
import io.mallhub.order.OrderRow;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.PartStatement;
import io.mallhub.order.Quotas;
import io.mallhub.order.TimelineEntry;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.pricing.PriceExplanation;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.processes.Instances;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.promotion.Judgement;
import io.mallhub.promotion.Measure;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.OrderId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.UserId;
import io.mallhub.stock.Stock;
import io.mallhub.stock.StockEquation;
import io.mallhub.stock.StockSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.mockito.stubbing.Answer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A mall with one of everything, that answers reads and takes no writes: what the pages draw in the
 * tests of doors, texts and looks. What the pages do is tested on the real parts.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    StandingOperations.class,
    StandingReturns.class,
    StandingRecalls.class,
    StandingPrepaid.class,
    StandingReceivables.class,
    StandingTransfers.class,
    StandingLedgers.class,
    StandingOpenness.class,
    StandingMerchandise.class,
    StandingClients.class,
    StandingPayments.class,
    StandingCoupons.class,
    StandingPrices.class,
    StandingPromotions.class,
    StandingFlashSales.class,
    StandingPoints.class,
    StandingPolicies.class,
    StandingCommission.class,
    StandingDistribution.class,
    StandingTeamRoles.class,
    StandingDesk.class,
    StandingConnectionDesk.class
})
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
public class StandingMall {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    public static final String APPLICATION = "CR20261124001";
    public static final String RENEWAL = "QR20261124-0003";
    public static final String CONFLICT = "CF20261124-0001";
    public static final String ORDER = "SO20261124007";
    public static final String CUSTOMER = "C00000012";
    public static final long INSTANCE = 2251799813685249L;
    public static final String PRODUCT_CODE = "YP000123";
    public static final ProductId PRODUCT = new ProductId(new UUID(7, 7));
    static final CustomerId COMPANY = new CustomerId(new UUID(1, 1));
    private static final UUID LICENCE = new UUID(2, 1);

    /** One member of staff per role, login = role in lower case; {@code all} has every role. */
    public static StaffView staff(Role... roles) {
        String login =
                roles.length == Role.values().length
                        ? "all"
                        : roles[0].name().toLowerCase(Locale.ROOT);
        StaffView staff =
                new StaffView(
                        new UserId(new UUID(3, login.hashCode())),
                        login,
                        login.equals("all") ? "王芳" : "张伟",
                        Set.of(roles),
                        true,
                        0);
        return staff.permitted(StandingTeamRoles.usualOf(staff));
    }

    /** Somebody without a role who may exactly this: {@code only=<permission>}. */
    public static StaffView only(String permission) {
        return permitted("only=" + permission, Set.of(permission));
    }

    /** Somebody with every role who may all but this: {@code not=<permission>}. */
    public static StaffView allBut(String permission) {
        Set<String> rest = new HashSet<>(StandingTeamRoles.EVERYTHING);
        rest.remove(permission);
        return permitted("not=" + permission, rest);
    }

    private static StaffView permitted(String login, Set<String> permissions) {
        return new StaffView(
                        new UserId(new UUID(3, login.hashCode())),
                        login,
                        "韩梅",
                        login.startsWith("not=") ? Set.of(Role.values()) : Set.of(),
                        true,
                        0)
                .permitted(permissions);
    }

    /**
     * Somebody of marketing who does the tasks of this role for a colleague: {@code for-<ROLE>}.
     */
    public static StaffView standingInAs(Role role) {
        StaffView staff =
                new StaffView(
                                new UserId(new UUID(3, role.ordinal())),
                                "for-" + role,
                                "陈晨",
                                Set.of(Role.MARKETING),
                                true,
                                0)
                        .standingIn(
                                List.of(
                                        new StandIn(
                                                role, "away", "李静", LocalDate.of(2026, 12, 4))));
        return staff.permitted(StandingTeamRoles.usualOf(staff));
    }

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }

    @SafeVarargs
    private static <T> Page<T> page(T... rows) {
        return new Page<>(List.of(rows), 0, 20, rows.length);
    }

    @Bean
    Accounts accounts() {
        Accounts accounts = mock();
        Answer<Optional<StaffView>> find =
                call -> {
                    String login = call.getArgument(0);
                    if (login.startsWith("for-")) {
                        return Optional.of(standingInAs(Role.valueOf(login.substring(4))));
                    }
                    if (login.startsWith("only=")) {
                        return Optional.of(only(login.substring(5)));
                    }
                    if (login.startsWith("not=")) {
                        return Optional.of(allBut(login.substring(4)));
                    }
                    return login.equals("all")
                            ? Optional.of(staff(Role.values()))
                            : Arrays.stream(Role.values())
                                    .filter(role -> role.name().equalsIgnoreCase(login))
                                    .map(StandingMall::staff)
                                    .findFirst();
                };
        when(accounts.staff(anyString())).thenAnswer(find);
        when(accounts.signInStaff(anyString(), anyString()))
                .thenAnswer(
                        call ->
                                find.answer(call)
                                        .filter(who -> call.getArgument(1).equals("correct horse"))
                                        .<SignIn>map(SignIn.Staff::new)
                                        .orElse(
                                                new SignIn.Refused(
                                                        SignIn.Reason.UNKNOWN_OR_WRONG_PASSWORD)));
        when(accounts.staff(any(PageRequest.class)))
                .thenReturn(
                        page(
                                staff(Role.QUALITY),
                                staff(Role.QUALITY_HEAD),
                                staff(Role.FINANCE),
                                staff(Role.ADMIN)));
        when(accounts.staffWith(Role.ADMIN)).thenReturn(List.of(staff(Role.ADMIN)));
        when(accounts.staffWith(Role.SALESPERSON)).thenReturn(List.of(staff(Role.SALESPERSON)));
        when(accounts.buyersOf(any()))
                .thenReturn(
                        List.of(
                                new BuyerView(
                                        new UserId(new UUID(4, 1)),
                                        COMPANY,
                                        "kangfu",
                                        "李娜",
                                        "13800000000",
                                        Set.of(BuyerRight.ORDER, BuyerRight.MANAGE),
                                        true,
                                        0)));
        return accounts;
    }

    @Bean
    Delegations delegations() {
        Delegations delegations = mock();
        when(delegations.page(any(), any()))
                .thenReturn(
                        page(
                                delegation(1, "quality_head", "李静", DelegationState.RUNNING),
                                delegation(2, "finance", "张伟", DelegationState.REVOKED)));
        when(delegations.give(any()))
                .thenReturn(new Delegations.Outcome.Refused("delegation.past"));
        return delegations;
    }

    private static DelegationView delegation(
            int n, String login, String name, DelegationState state) {
        boolean revoked = state == DelegationState.REVOKED;
        return new DelegationView(
                new UUID(9, n),
                login,
                name,
                "sales",
                "陈晨",
                n == 1 ? Role.QUALITY_HEAD : Role.FINANCE,
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 12, 4),
                "年假，期间质量复核由陈晨代办",
                ago(Duration.ofDays(5)),
                name,
                revoked ? ago(Duration.ofDays(1)) : null,
                revoked ? "王芳" : null,
                state);
    }

    private static TaskView task(
            long key, String element, String number, String subject, String group, Duration due) {
        return new TaskView(
                key,
                number.startsWith("CR") ? "customer-registration" : "order-approval",
                element,
                element,
                number,
                subject,
                key % 2 == 0 ? "all" : null,
                List.of(group),
                key % 3 == 0 ? 80 : 50,
                ago(Duration.ofHours(key)),
                NOW.plus(due),
                TaskView.State.OPEN,
                INSTANCE);
    }

    @Bean
    Tasks tasks() {
        TaskView review =
                task(
                        3,
                        "quality-review",
                        APPLICATION,
                        "杭州康复大药房有限公司",
                        "quality",
                        Duration.ofHours(20));
        TaskView finance =
                task(5, "finance-approval", ORDER, "成都蓝天医药有限公司", "finance", Duration.ofHours(-3));
        TaskView refused =
                task(8, "erp-rejection", "SO20261123003", "深圳远航医药连锁", "sales", Duration.ofHours(5));
        Tasks tasks = mock();
        when(tasks.page(any(), any())).thenReturn(page(finance, review, refused));
        when(tasks.task(anyLong())).thenReturn(Optional.of(review));
        when(tasks.openFor(APPLICATION)).thenReturn(List.of(review));
        TaskView recalled =
                task(6, "recall-stop", ORDER, "成都蓝天医药有限公司", "quality", Duration.ofHours(4));
        TaskView unbilled =
                task(7, "chase-invoice", ORDER, "成都蓝天医药有限公司", "finance", Duration.ofHours(4));
        when(tasks.openFor(ORDER)).thenReturn(List.of(finance, recalled, unbilled));
        when(tasks.openFor(CONFLICT))
                .thenReturn(
                        List.of(
                                task(
                                        5,
                                        "conflict-decision",
                                        CONFLICT,
                                        "YP000001 阿莫西林胶囊",
                                        "quality",
                                        Duration.ofHours(40))));
        when(tasks.openFor(StandingReturns.RETURN))
                .thenReturn(
                        List.of(
                                task(
                                        9,
                                        "return-inspection",
                                        StandingReturns.RETURN,
                                        "成都蓝天医药有限公司",
                                        "inspector",
                                        Duration.ofHours(30))));
        when(tasks.openFor(StandingPayments.REFUSED))
                .thenReturn(
                        List.of(
                                task(
                                        11,
                                        "refund-refused",
                                        StandingPayments.REFUSED,
                                        "成都蓝天医药有限公司",
                                        "finance",
                                        Duration.ofHours(20))));
        when(tasks.openCounts(any()))
                .thenReturn(Map.of("quality-review", 4L, "finance-approval", 2L));
        return tasks;
    }

    @Bean
    Instances instances() {
        Instances.InstanceRow row =
                new Instances.InstanceRow(
                        INSTANCE,
                        "order-approval",
                        3,
                        Instances.State.ACTIVE,
                        ORDER,
                        "杭州康复大药房有限公司",
                        List.of("finance-approval"),
                        1,
                        ago(Duration.ofHours(5)),
                        null);
        Instances.InstanceRow done =
                new Instances.InstanceRow(
                        INSTANCE + 1,
                        "customer-registration",
                        1,
                        Instances.State.COMPLETED,
                        APPLICATION,
                        "杭州康复大药房有限公司",
                        List.of(),
                        0,
                        ago(Duration.ofDays(2)),
                        ago(Duration.ofDays(1)));
        Instances.InstanceView view =
                new Instances.InstanceView(
                        row,
                        9,
                        List.of(
                                element("order-submitted", "START_EVENT", true),
                                element("assess-order", "SERVICE_TASK", true),
                                element("decide-approvals", "BUSINESS_RULE_TASK", true),
                                element("finance-approval", "USER_TASK", false),
                                element("push-order", "SERVICE_TASK", false)),
                        List.of(
                                "order-submitted-to-assess-order",
                                "assess-order-to-decide-approvals",
                                "decide-approvals-to-approvals-needed",
                                "approvals-needed-to-approvals"),
                        List.of(
                                new Instances.VariableRow(
                                        "orderNumber",
                                        "\"" + ORDER + "\"",
                                        "order-approval",
                                        ago(Duration.ofHours(5))),
                                new Instances.VariableRow(
                                        "pushMode",
                                        "\"rest\"",
                                        "order-approval",
                                        ago(Duration.ofHours(1))),
                                new Instances.VariableRow(
                                        "facts",
                                        "{\"total\":18240.00,\"creditFree\":-3240.00,\"belowFloor\":false}",
                                        "order-approval",
                                        ago(Duration.ofHours(5)))),
                        List.of(
                                new Instances.IncidentRow(
                                        77,
                                        "push-order",
                                        "JOB_NO_RETRIES",
                                        "ERP 连接超时 (503)：connect timed out after 10 s",
                                        ago(Duration.ofHours(1)),
                                        true,
                                        null)),
                        List.of(
                                new Instances.JobRow(
                                        88,
                                        "order.push",
                                        "push-order",
                                        "FAILED",
                                        0,
                                        "connect timed out after 10 s")),
                        List.of(
                                new Instances.WaitingRow(
                                        "message",
                                        "order-cancelled",
                                        "order-cancel-requested",
                                        null),
                                new Instances.WaitingRow(
                                        "timer",
                                        "approvals-overdue",
                                        "2026-11-25T02:00:00Z",
                                        NOW.plus(Duration.ofDays(1)))));
        Instances instances = mock();
        when(instances.page(any(), any())).thenReturn(page(row, done));
        when(instances.instance(INSTANCE)).thenReturn(Optional.of(view));
        when(instances.about(ORDER)).thenReturn(List.of(row));
        when(instances.bpmnXml(anyLong())).thenAnswer(call -> diagram());
        when(instances.lag())
                .thenReturn(
                        List.of(
                                new Instances.ExporterLag(
                                        1,
                                        128_442,
                                        ago(Duration.ofSeconds(2)),
                                        Duration.ofMillis(180),
                                        false)));
        when(instances.history(INSTANCE)).thenReturn(StandingOperations.history());
        when(instances.messages(INSTANCE)).thenReturn(StandingOperations.messages());
        return instances;
    }

    private static String diagram() {
        try (var in = StandingMall.class.getResourceAsStream("/bpmn/order-approval.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instances.ElementRow element(String id, String type, boolean left) {
        return new Instances.ElementRow(
                1,
                id,
                type,
                left ? "COMPLETED" : "ACTIVE",
                ago(Duration.ofHours(5)),
                left ? ago(Duration.ofHours(4)) : null);
    }

    private static Company company() {
        return new Company(
                "杭州康复大药房有限公司",
                CustomerType.PHARMACY,
                "91330100799655058B",
                "330100",
                "浙江省杭州市西湖区文三路 90 号",
                "李娜",
                "0571-88880000",
                "杭州康复大药房有限公司",
                "zhao.liu");
    }

    private static DocumentView document(
            int n, DocumentType type, DocumentState state, LocalDate until, String media) {
        return new DocumentView(
                new UUID(2, n),
                new DocumentData(
                        type,
                        n == 1 ? "91330100799655058B" : "浙DA571000" + n,
                        "杭州市市场监督管理局",
                        LocalDate.of(2024, 1, 2),
                        until,
                        n == 2
                                ? Set.of("PRESCRIPTION", "OTC_A", "OTC_B", "TCM_PIECES", "INSULIN")
                                : Set.of()),
                n,
                true,
                state,
                "licence-" + n + ".pdf",
                media,
                120_000,
                ago(Duration.ofDays(1)),
                null,
                null,
                null);
    }

    private static List<DocumentView> documents() {
        return List.of(
                document(1, DocumentType.BUSINESS_LICENCE, DocumentState.VALID, null, "image/png"),
                document(
                        2,
                        DocumentType.DRUG_DISTRIBUTION_LICENCE,
                        DocumentState.PENDING_REVIEW,
                        LocalDate.of(2027, 3, 31),
                        "application/pdf"),
                document(
                        3,
                        DocumentType.PURCHASER_AUTHORISATION,
                        DocumentState.EXPIRED,
                        LocalDate.of(2026, 10, 1),
                        "application/pdf"));
    }

    @Bean
    FourEyesProof fourEyesProof() {
        FourEyesProof proof = mock();
        when(proof.verify())
                .thenReturn(
                        new FourEyesProof.Verdict(
                                List.of(
                                        new FourEyesProof.Checked("application", 412),
                                        new FourEyesProof.Checked("order", 3_908)),
                                List.of(
                                        new FourEyesProof.Breach(
                                                "order",
                                                ORDER,
                                                "sales",
                                                "handed-in",
                                                "zhang",
                                                ago(Duration.ofDays(9))))));
        when(proof.of(any()))
                .thenReturn(
                        new FourEyesProof.Parts(
                                List.of(
                                        new FourEyesProof.Part(
                                                "application",
                                                APPLICATION,
                                                "handed-in",
                                                false,
                                                "kangfu",
                                                ago(Duration.ofDays(20))),
                                        new FourEyesProof.Part(
                                                "application",
                                                APPLICATION,
                                                "approve",
                                                true,
                                                "zhang",
                                                ago(Duration.ofDays(3)))),
                                List.of()));
        return proof;
    }

    @Bean
    Renewals renewals() {
        Renewals renewals = mock();
        DocumentView inForce = documents().get(1);
        DocumentView proposed = documents().get(0);
        when(renewals.renewal(RENEWAL))
                .thenReturn(
                        Optional.of(
                                new RenewalView(
                                        RENEWAL,
                                        COMPANY,
                                        company().name(),
                                        RenewalState.SUBMITTED,
                                        inForce,
                                        proposed,
                                        List.of(
                                                new ApplicationView.Difference(
                                                        "DRUG_DISTRIBUTION_LICENCE.validUntil",
                                                        "2027-03-31",
                                                        "2032-03-31")),
                                        1,
                                        ago(Duration.ofDays(60)),
                                        null,
                                        List.of())));
        when(renewals.file(anyString(), any()))
                .thenReturn(
                        Optional.of(
                                new DocumentFile("许可证.pdf", "application/pdf", SampleFiles.pdf())));
        when(renewals.forecast(any(), any(), any()))
                .thenReturn(
                        page(
                                new ExpiryRow(
                                        COMPANY,
                                        CUSTOMER,
                                        company().name(),
                                        DocumentType.DRUG_DISTRIBUTION_LICENCE,
                                        "浙DA5710001",
                                        LocalDate.of(2027, 3, 31),
                                        true,
                                        RENEWAL,
                                        RenewalState.SUBMITTED),
                                new ExpiryRow(
                                        COMPANY,
                                        CUSTOMER,
                                        company().name(),
                                        DocumentType.DEVICE_II_FILING,
                                        "浙杭药监械 2024",
                                        LocalDate.of(2027, 5, 1),
                                        false,
                                        null,
                                        null)));
        return renewals;
    }

    @Bean
    Registrations registrations() {
        Registrations registrations = mock();
        ApplicationView view =
                new ApplicationView(
                        APPLICATION,
                        COMPANY,
                        ApplicationState.SUBMITTED,
                        company(),
                        documents(),
                        2,
                        ago(Duration.ofDays(3)),
                        ago(Duration.ofHours(3)),
                        new CheckReport(
                                APPLICATION,
                                2,
                                ago(Duration.ofHours(3)),
                                List.of(
                                        new CheckFinding(
                                                "uscc",
                                                "uscc",
                                                CheckFinding.Result.PASSED,
                                                "check.evidence.uscc",
                                                List.of("91330100799655058B", "B")),
                                        new CheckFinding(
                                                "duplicate",
                                                "uscc",
                                                CheckFinding.Result.WARNING,
                                                "check.evidence.duplicate",
                                                List.of(
                                                        "C00000008",
                                                        "杭州康复大药房",
                                                        "CustomerState.ACTIVE",
                                                        "")),
                                        new CheckFinding(
                                                "expiry",
                                                "PURCHASER_AUTHORISATION",
                                                CheckFinding.Result.FAILED,
                                                "check.evidence.ended",
                                                List.of("2026-10-01", "2026-11-24")),
                                        new CheckFinding(
                                                "scope",
                                                "DRUG_DISTRIBUTION_LICENCE",
                                                CheckFinding.Result.PASSED,
                                                "check.evidence.opens",
                                                List.of(
                                                        "RegulatoryCategory.PRESCRIPTION, RegulatoryCategory.OTC_A")))),
                        List.of(
                                new ApplicationView.Difference(
                                        "address", "杭州市西湖区", "浙江省杭州市西湖区文三路 90 号")),
                        null,
                        List.of(
                                new ApplicationView.ReviewDecision(
                                        "supplement", "张伟", ago(Duration.ofDays(2)), "授权委托书缺少签章")));
        when(registrations.application(APPLICATION)).thenReturn(Optional.of(view));
        when(registrations.applicationOf(any())).thenReturn(Optional.of(view));
        Registrations.ApprovalOutcome done = new Registrations.ApprovalOutcome.Approved();
        when(registrations.decideDocument(anyString(), any(), anyBoolean(), anyString(), any()))
                .thenReturn(done);
        when(registrations.requestSupplement(anyString(), anyString(), any(), any()))
                .thenReturn(done);
        when(registrations.page(any(), any(), any()))
                .thenReturn(
                        page(
                                new ApplicationRow(
                                        APPLICATION,
                                        company().name(),
                                        CustomerType.PHARMACY,
                                        ApplicationState.SUBMITTED,
                                        2,
                                        ago(Duration.ofHours(3)))));
        when(registrations.file(anyString(), any()))
                .thenAnswer(
                        call ->
                                Optional.of(
                                        call.getArgument(1).equals(LICENCE)
                                                ? new DocumentFile(
                                                        "营业执照.png",
                                                        "image/png",
                                                        SampleFiles.picture())
                                                : new DocumentFile(
                                                        "许可证.pdf",
                                                        "application/pdf",
                                                        SampleFiles.pdf())));
        return registrations;
    }

    @Bean
    Customers customers() {
        Customers customers = mock();
        CustomerView view =
                new CustomerView(
                        COMPANY,
                        CUSTOMER,
                        CustomerState.ACTIVE,
                        company(),
                        "GOLD",
                        "KH000123",
                        null,
                        documents());
        when(customers.byNumber(CUSTOMER)).thenReturn(Optional.of(view));
        when(customers.customer(COMPANY)).thenReturn(Optional.of(view));
        when(customers.stated(any()))
                .thenReturn(Map.of(COMPANY, new Customers.Stated(CUSTOMER, company())));
        when(customers.page(any(), any(), any())).thenReturn(page(view));
        when(customers.broughtBy(any(), any())).thenReturn(page(view));
        when(customers.ofLevel(any(), any())).thenReturn(page(view));
        when(customers.ofType(any(), any())).thenReturn(page(view));
        when(customers.ofRegion(any(), any())).thenReturn(page(view));
        when(customers.broughtBy(any(), any(), any())).thenReturn(page(view));
        when(customers.salespersonOf(COMPANY)).thenReturn(Optional.of("all"));
        return customers;
    }

    @Bean
    Salespeople salespeople() {
        Salespeople salespeople = mock();
        when(salespeople.of(any()))
                .thenReturn(
                        List.of(
                                new Salespeople.Term(
                                        "salesperson", ago(Duration.ofDays(2)), "张伟", "区域调整"),
                                new Salespeople.Term("gone", ago(Duration.ofDays(90)), "王五", "")));
        CustomerView nobodys =
                new CustomerView(
                        COMPANY,
                        CUSTOMER,
                        CustomerState.ACTIVE,
                        company(),
                        "",
                        null,
                        null,
                        List.of());
        when(salespeople.nobodys(any())).thenReturn(page(nobodys));
        when(salespeople.assign(any(), any(), any(), any()))
                .thenReturn(new Salespeople.AssignOutcome.Refused("salesperson.own"));
        return salespeople;
    }

    @Bean
    SalesRegions salesRegions() {
        SalesRegions regions = mock();
        SalesRegion province =
                new SalesRegion(2, "33", "salesperson", "区域划分", "张伟", ago(Duration.ofDays(5)));
        SalesRegion everywhere =
                new SalesRegion(1, "", "gone", "其余地区", "张伟", ago(Duration.ofDays(9)));
        SalesRegion ended = new SalesRegion(3, "3702", null, "调整", "张伟", ago(Duration.ofDays(1)));
        when(regions.inForce()).thenReturn(List.of(everywhere, province));
        when(regions.history(any())).thenReturn(page(ended, province, everywhere));
        when(regions.put(any())).thenReturn(new SalesRegions.PutOutcome.Put(province));
        return regions;
    }

    @Bean
    Receivables receivables() {
        Receivables receivables = mock();
        when(receivables.position(any()))
                .thenReturn(
                        new Receivables.CreditPosition(
                                COMPANY,
                                Money.of("50000"),
                                Money.of("35000"),
                                Money.of("18180"),
                                Money.of("1200"),
                                Money.of("-3240"),
                                30));
        when(receivables.statement(any(), any()))
                .thenReturn(
                        page(
                                new Receivables.EntryView(
                                        1,
                                        "INVOICE",
                                        "SO20261101001",
                                        Money.of("35000"),
                                        Money.of("35000"),
                                        LocalDate.of(2026, 12, 1),
                                        ago(Duration.ofDays(20)),
                                        "system")));
        return receivables;
    }

    private static PriceQuote quote() {
        return new PriceQuote(
                PRODUCT,
                UnitPrice.of("36.48"),
                PriceQuote.Source.AGREEMENT,
                Quantity.of(10),
                UnitPrice.of("42.80"),
                true);
    }

    @Bean
    Invoices invoices() {
        Invoices invoices = mock();
        when(invoices.of(any()))
                .thenReturn(
                        List.of(
                                new Invoices.Invoice(
                                        "26312000000000000417",
                                        LocalDate.of(2026, 11, 23),
                                        Money.of("12240"),
                                        ago(Duration.ofHours(3)))));
        return invoices;
    }

    static final PartStatement PART =
            new PartStatement(
                    ORDER,
                    1,
                    List.of(
                            new PartStatement.Line(
                                    1,
                                    PRODUCT,
                                    "YP000123",
                                    "阿莫西林胶囊",
                                    "盒",
                                    false,
                                    Quantity.of(500),
                                    Quantity.of(300),
                                    Money.of("60"),
                                    Money.ZERO,
                                    Money.of("18180"),
                                    Money.of("10944"))),
                    Money.of("18180"),
                    Money.of("10944"),
                    io.mallhub.order.PaymentMethod.PREPAID,
                    new PrepaidAmount(Money.of("7000"), Money.of("236")),
                    200,
                    List.of(
                            new PartStatement.Consequence(
                                    "reversal.coupon", "新客立减60元 Q2026112900000001")));

    @Bean
    PartCancellations parts() {
        PartCancellations parts = mock();
        when(parts.preview(any(), any())).thenReturn(new PartCancellations.Preview.Shown(PART));
        when(parts.ofOrder(ORDER))
                .thenReturn(
                        List.of(
                                new PartCancellations.Part(
                                        2,
                                        PartCancellations.State.REQUESTED,
                                        1,
                                        "订多了",
                                        Actor.buyer("han", "韩梅梅"),
                                        ago(Duration.ofMinutes(20)),
                                        null,
                                        "",
                                        false,
                                        PART)));
        when(parts.withdraw(any(), anyLong(), any())).thenReturn(Optional.empty());
        return parts;
    }

    @Bean
    Orders orders() {
        Orders orders = mock();
        OrderRow row =
                new OrderRow(
                        ORDER,
                        COMPANY,
                        "成都蓝天医药有限公司",
                        OrderState.IN_APPROVAL,
                        ErpState.NOT_SENT,
                        null,
                        Money.of("18180"),
                        2,
                        ago(Duration.ofHours(5)));
        List<OrderRow> many =
                IntStream.range(0, 12)
                        .mapToObj(
                                n ->
                                        new OrderRow(
                                                "SO202611230%02d".formatted(n),
                                                COMPANY,
                                                n % 2 == 0 ? "深圳远航医药连锁有限公司" : "成都蓝天医药有限公司",
                                                OrderState.values()[n % 10],
                                                ErpState.values()[n % 7],
                                                n % 3 == 0 ? null : "XS20261123" + n,
                                                Money.of("" + (1000 + n * 731.5)),
                                                n + 1,
                                                ago(Duration.ofHours(10 + n))))
                        .toList();
        when(orders.pageOf(any(), any())).thenReturn(page(row));
        when(orders.page(any(), any()))
                .thenAnswer(
                        call -> {
                            PageRequest asked = call.getArgument(1);
                            List<OrderRow> rows = new java.util.ArrayList<>(many);
                            rows.addFirst(row);
                            return new Page<>(
                                    asked.number() == 0 ? rows : List.of(),
                                    asked.number(),
                                    asked.size(),
                                    257);
                        });
        OrderView.Line line =
                new OrderView.Line(
                        1,
                        PRODUCT,
                        "YP000123",
                        "阿莫西林胶囊",
                        "盒",
                        Quantity.of(500),
                        quote(),
                        Money.of("60"),
                        Money.of("20"),
                        Money.of("18180"),
                        new BigDecimal("0.13"),
                        Quantity.of(0),
                        new LicenceGate.Verdict(
                                PRODUCT,
                                true,
                                null,
                                Map.of(
                                        "document", "DRUG_DISTRIBUTION_LICENCE",
                                        "number", "浙DA5710002",
                                        "validUntil", "2027-03-31")),
                        "");
        when(orders.order(ORDER))
                .thenReturn(
                        Optional.of(
                                new OrderView(
                                        new OrderId(new UUID(5, 5)),
                                        ORDER,
                                        COMPANY,
                                        "成都蓝天医药有限公司",
                                        OrderState.IN_APPROVAL,
                                        ErpState.NOT_SENT,
                                        null,
                                        null,
                                        "李娜",
                                        true,
                                        io.mallhub.promotion.Channel.ON_BEHALF,
                                        ago(Duration.ofHours(5)),
                                        "周三上午送货",
                                        io.mallhub.order.PaymentMethod.PREPAID,
                                        List.of(line),
                                        List.of(
                                                new OrderView.Benefit(
                                                        "NEWCOMER-60",
                                                        1,
                                                        "新客立减60元",
                                                        "Q2026112900000001",
                                                        Money.of("60"),
                                                        List.of(Money.of("60")))),
                                        Money.of("18180"),
                                        Money.of("16088.50"),
                                        Money.of("2091.50"),
                                        List.of(
                                                new OrderView.Stop(
                                                        "finance", "credit-limit", "3240.00")),
                                        List.of(
                                                new OrderView.Approval(
                                                        "sales",
                                                        true,
                                                        "张伟",
                                                        ago(Duration.ofHours(2)),
                                                        "老客户，同意")),
                                        List.of(
                                                new OrderView.Shipment(
                                                        "CK20261124009",
                                                        ago(Duration.ofHours(1)),
                                                        List.of(
                                                                new OrderView.ShippedBatch(
                                                                        1,
                                                                        PRODUCT,
                                                                        "B240301",
                                                                        LocalDate.of(2027, 2, 28),
                                                                        Quantity.of(200))))),
                                        List.of(changed()))));
        when(orders.explanations(ORDER))
                .thenReturn(
                        List.of(
                                new Explanation(
                                        "M11",
                                        2,
                                        "感冒类满 500 减 30",
                                        Money.of("30.00"),
                                        Money.ZERO,
                                        10,
                                        new Judgement.Next(
                                                Measure.AMOUNT, new BigDecimal("320.00")),
                                        "",
                                        ""),
                                new Explanation(
                                        "M12",
                                        1,
                                        "周一夜间满减",
                                        Money.ZERO,
                                        Money.ZERO,
                                        10,
                                        null,
                                        "promotion.other-hour",
                                        "")));
        when(orders.timeline(ORDER))
                .thenReturn(
                        List.of(
                                new TimelineEntry(
                                        ago(Duration.ofHours(5)), "order.submitted", "李娜", ""),
                                new TimelineEntry(
                                        ago(Duration.ofHours(4)),
                                        "order.needs-approval",
                                        "system",
                                        "credit-limit, below-floor"),
                                new TimelineEntry(
                                        ago(Duration.ofHours(3)),
                                        "order.changed",
                                        "刘洋",
                                        "客户来电：减少数量，缺货的不要了")));
        when(orders.requestCancel(anyString(), anyString(), any()))
                .thenReturn(new Orders.CancelOutcome.TooLate(OrderState.SHIPPED));
        return orders;
    }

    private static OrderView.Change changed() {
        return new OrderView.Change(
                1,
                "order.changed",
                ago(Duration.ofHours(3)),
                "刘洋",
                "客户来电：减少数量，缺货的不要了",
                Money.of("24900"),
                Money.of("18180"),
                List.of(
                        new OrderView.ChangedLine(
                                1,
                                PRODUCT,
                                "YP000123",
                                "阿莫西林胶囊",
                                "盒",
                                figures(620, "36.90", "0", "22878"),
                                figures(500, "36.48", "60", "18180")),
                        new OrderView.ChangedLine(
                                2,
                                PRODUCT,
                                "YP000417",
                                "复方甲氧那明胶囊（进口分装，每盒四十八粒装）",
                                "盒",
                                figures(60, "33.70", "0", "2022"),
                                null)),
                List.of(new OrderView.Stop("finance", "credit-limit", "9900.00")),
                List.of(
                        new OrderView.Approval(
                                "finance", true, "王芳", ago(Duration.ofHours(4)), "")));
    }

    private static OrderView.LineFigures figures(
            long quantity, String price, String discount, String amount) {
        return new OrderView.LineFigures(
                Quantity.of(quantity), UnitPrice.of(price), Money.of(discount), Money.of(amount));
    }

    static ProductView theProduct() {
        return product(RegulatoryCategory.PRESCRIPTION);
    }

    private static ProductView product(RegulatoryCategory category) {
        return new ProductView(
                PRODUCT,
                PRODUCT_CODE,
                "阿莫西林胶囊",
                "胶囊剂",
                "0.25g*24粒",
                "Antibióticos do Brasil Ltda",
                "某某制药",
                "H20160512",
                List.of("86978123000456"),
                category,
                "盒",
                new BigDecimal("0.13"),
                Quantity.of(10),
                Quantity.of(10),
                true,
                true,
                Set.of("MED", "MED-WEST"),
                List.of(
                        new ProductView.Finding(
                                "product.several-drug-codes", "86978123000456；86978123000463")));
    }

    @Bean
    Products products() {
        Products products = mock();
        when(products.search(any(), any()))
                .thenReturn(page(product(RegulatoryCategory.PRESCRIPTION), product(null)));
        when(products.product(PRODUCT)).thenReturn(Optional.of(product(null)));
        when(products.byCode(PRODUCT_CODE)).thenReturn(Optional.of(product(null)));
        when(products.products(any()))
                .thenReturn(Map.of(PRODUCT, product(RegulatoryCategory.PRESCRIPTION)));
        when(products.ids(any())).thenReturn(Map.of(PRODUCT_CODE, PRODUCT));
        Map<RegulatoryCategory, Long> counts = new HashMap<>();
        counts.put(null, 2_870L);
        counts.put(RegulatoryCategory.PRESCRIPTION, 241L);
        counts.put(RegulatoryCategory.INSULIN, 30L);
        when(products.countByCategory()).thenReturn(counts);
        return products;
    }

    @Bean
    Stock stock() {
        Stock stock = mock();
        when(stock.equation(any()))
                .thenReturn(
                        new StockEquation(
                                PRODUCT,
                                Quantity.of(1200),
                                Quantity.of(150),
                                Quantity.of(20),
                                Quantity.of(400),
                                Quantity.of(100),
                                Quantity.of(550),
                                ago(Duration.ofMinutes(4)),
                                List.of(
                                        new StockSnapshot.Batch(
                                                "B240301",
                                                LocalDate.of(2027, 2, 28),
                                                Quantity.of(1200),
                                                Quantity.of(150)))));
        when(stock.sellable(any())).thenReturn(Map.of(PRODUCT, Quantity.of(550)));
        return stock;
    }

    @Bean
    Quotas quotas() {
        Quotas quotas = mock();
        when(quotas.of(any()))
                .thenReturn(
                        List.of(
                                new Quotas.Quota(PRODUCT, null, 30, "不再含麻黄碱", "王芳", NOW),
                                new Quotas.Quota(
                                        PRODUCT, Quantity.of(600), 30, "含麻黄碱复方制剂", "王芳", NOW)));
        when(quotas.put(any())).thenReturn(new Quotas.PutOutcome.Put());
        return quotas;
    }

    @Bean
    Prices prices() {
        Prices prices = mock();
        when(prices.listed(any()))
                .thenReturn(
                        List.of(
                                new Prices.ListedPrice(
                                        "base", Quantity.of(1), UnitPrice.of("42.80"), null, null),
                                new Prices.ListedPrice(
                                        "customer:" + CUSTOMER,
                                        Quantity.of(10),
                                        UnitPrice.of("36.48"),
                                        LocalDate.of(2026, 1, 1),
                                        LocalDate.of(2026, 12, 31))));
        when(prices.agreements(any(), any()))
                .thenReturn(
                        page(
                                new Prices.Agreement(
                                        COMPANY,
                                        PRODUCT,
                                        Quantity.of(10),
                                        UnitPrice.of("36.48"),
                                        null,
                                        null)));
        when(prices.floors(anyBoolean(), any()))
                .thenReturn(
                        page(
                                new Prices.FloorPrice(
                                        PRODUCT,
                                        UnitPrice.of("43.00"),
                                        UnitPrice.of("42.80"),
                                        "finance",
                                        NOW)));
        when(prices.explain(any(), any(), any(), any()))
                .thenReturn(
                        new PriceExplanation(
                                new PriceQuote(
                                        PRODUCT,
                                        UnitPrice.of("39.80"),
                                        PriceQuote.Source.REGION,
                                        Quantity.of(1),
                                        UnitPrice.of("42.80"),
                                        true,
                                        LocalDate.of(2026, 12, 31),
                                        "PL000003/1",
                                        List.of(
                                                new PriceQuote.Break(
                                                        Quantity.of(10),
                                                        UnitPrice.of("36.505"),
                                                        PriceQuote.Source.REGION))),
                                UnitPrice.of("43.00"),
                                List.of(
                                        considered(
                                                PriceQuote.Source.AGREEMENT,
                                                COMPANY.toString(),
                                                "",
                                                100,
                                                PriceExplanation.PriceVerdict.TOO_FEW),
                                        considered(
                                                PriceQuote.Source.REGION,
                                                "33",
                                                "PL000003/1",
                                                1,
                                                PriceExplanation.PriceVerdict.WINS),
                                        considered(
                                                PriceQuote.Source.REGION,
                                                "31",
                                                "PL000004/1",
                                                1,
                                                PriceExplanation.PriceVerdict.OTHERS),
                                        considered(
                                                PriceQuote.Source.BASE,
                                                "",
                                                "",
                                                0,
                                                PriceExplanation.PriceVerdict.OUTRANKED))));
        return prices;
    }

    private static PriceExplanation.Considered considered(
            PriceQuote.Source source,
            String owner,
            String list,
            int from,
            PriceExplanation.PriceVerdict verdict) {
        return new PriceExplanation.Considered(
                source,
                owner,
                list,
                list.isEmpty() ? "" : "浙江地区特价",
                Quantity.of(from),
                UnitPrice.of("39.80"),
                null,
                list.isEmpty() ? null : LocalDate.of(2026, 12, 31),
                verdict);
    }

    @Bean
    AuditLog auditLog() {
        AuditLog log = mock();
        when(log.page(any(), any()))
                .thenReturn(
                        page(
                                new RecordedEntry(
                                        42,
                                        ago(Duration.ofMinutes(5)),
                                        new AuditEntry(
                                                Actor.staff("zhang", "张伟"),
                                                "approve-order",
                                                "order",
                                                ORDER,
                                                "老客户，同意",
                                                Map.of("group", "sales")),
                                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")));
        when(log.verify()).thenReturn(Optional.empty());
        return log;
    }

    private static ConnectionView connection(String name, String protocol, String paused) {
        return new ConnectionView(
                name,
                "ERP 模拟器（" + protocol.toUpperCase(Locale.ROOT) + "）",
                "simulator-" + protocol,
                protocol,
                URI.create("http://127.0.0.1:8090/" + protocol),
                Map.of(Entity.PRODUCT, Depth.IN, Entity.STOCK, Depth.IN, Entity.ORDER, Depth.OUT),
                paused,
                ago(Duration.ofSeconds(40)),
                3,
                LocalTime.of(2, 30));
    }

    @Bean
    Connections connections() {
        Connections connections = mock();
        ConnectionView soap = connection("sim-soap", "soap", null);
        ConnectionView rest = connection("sim-rest", "rest", "ERP 拒绝了凭据 (401)");
        when(connections.all()).thenReturn(List.of(soap, rest));
        when(connections.connection("sim-soap")).thenReturn(Optional.of(soap));
        when(connections.settings("sim-soap"))
                .thenReturn(
                        Optional.of(
                                new ConnectionSettings(
                                        "sim-soap",
                                        soap.definition(),
                                        soap.endpoint(),
                                        Map.of(),
                                        Set.of("127.0.0.1", "files.example.cn"),
                                        Duration.ofSeconds(20))));
        when(connections.flows(anyString()))
                .thenReturn(
                        List.of(
                                flow(
                                        "erp-product-in",
                                        FlowView.State.IDLE,
                                        null,
                                        new Schedule(Duration.ofMinutes(10), null)),
                                flow("erp-stock-in", FlowView.State.RUNNING, null, Schedule.ALWAYS),
                                flow(
                                        "erp-order-out",
                                        FlowView.State.FAILING,
                                        "HTTP 503",
                                        new Schedule(
                                                null,
                                                new Hours(
                                                        LocalTime.of(8, 0), LocalTime.of(18, 0)))),
                                flow(
                                        "erp-product-out",
                                        FlowView.State.RESTING,
                                        null,
                                        new Schedule(
                                                null,
                                                new Hours(
                                                        LocalTime.of(22, 0),
                                                        LocalTime.of(6, 0))))));
        when(connections.test(anyString())).thenReturn(Optional.empty());
        return connections;
    }

    private static FlowView flow(
            String flow, FlowView.State state, String error, Schedule schedule) {
        return new FlowView(
                "sim-soap",
                flow,
                state,
                "2026-11-24T01:59:00Z|YP003141",
                ago(Duration.ofMinutes(1)),
                ago(Duration.ofMinutes(1)),
                3_141,
                3_138,
                12_004,
                3,
                7,
                2,
                error,
                schedule,
                Duration.ofSeconds(15),
                ago(Duration.ofMinutes(1)),
                flow.endsWith("-out") ? ago(Duration.ofMinutes(4)) : null,
                state == FlowView.State.RUNNING
                        ? new FlowRun(ago(Duration.ofMinutes(1)), 12_300, 50_000)
                        : null);
    }

    @Bean
    Quarantine quarantine() {
        Quarantine quarantine = mock();
        Quarantine.Item item =
                new Quarantine.Item(
                        11,
                        "sim-soap",
                        "erp-product-in",
                        "YP000999",
                        "product.no-name",
                        "<Material><FNumber>YP000999</FNumber><FName/></Material>",
                        2,
                        "OPEN",
                        ago(Duration.ofDays(1)),
                        ago(Duration.ofHours(1)),
                        new Quarantine.Owner("integration", "王工", ago(Duration.ofMinutes(5))));
        when(quarantine.page(any(), any(), anyBoolean(), any(), any())).thenReturn(page(item));
        when(quarantine.toReplay(any(), any())).thenReturn(1_204L);
        when(quarantine.replay(any(), any(), any()))
                .thenReturn(new Quarantine.ReplayCount(1, 0, 0));
        when(quarantine.item(11)).thenReturn(Optional.of(item));
        when(quarantine.reveal(eq(11L), any(), any())).thenReturn(Optional.of(item));
        return quarantine;
    }

    @Bean
    Conflicts conflicts() {
        Conflicts conflicts = mock();
        ConflictView open =
                new ConflictView(
                        CONFLICT,
                        "sim-soap",
                        Field.PRODUCT_CATEGORY,
                        PRODUCT.toString(),
                        "YP000001 阿莫西林胶囊",
                        "PRESCRIPTION",
                        "OTC_A",
                        ConflictView.State.OPEN,
                        3,
                        ago(Duration.ofDays(1)),
                        ago(Duration.ofHours(1)),
                        null,
                        null,
                        null,
                        "");
        when(conflicts.page(anyBoolean(), any())).thenReturn(page(open));
        when(conflicts.conflict(CONFLICT)).thenReturn(Optional.of(open));
        return conflicts;
    }

    @Bean
    Reconciliations reconciliations() {
        Reconciliations reconciliations = mock();
        Reconciliations.Run run =
                new Reconciliations.Run(
                        5,
                        "sim-soap",
                        Entity.PRODUCT,
                        Reconciliations.State.DONE,
                        3_141,
                        new EnumMap<>(
                                Map.of(
                                        Reconciliations.Kind.CHANGED,
                                        1L,
                                        Reconciliations.Kind.IN_FLIGHT,
                                        4L)),
                        5,
                        "张工",
                        ago(Duration.ofMinutes(9)),
                        ago(Duration.ofMinutes(7)),
                        "");
        when(reconciliations.runs(any())).thenReturn(page(run));
        when(reconciliations.run(5)).thenReturn(Optional.of(run));
        Reconciliations.Difference difference =
                new Reconciliations.Difference(
                        51,
                        5,
                        "sim-soap",
                        Entity.PRODUCT,
                        "YP000123",
                        UUID.randomUUID().toString(),
                        Reconciliations.Kind.CHANGED,
                        "YP000123",
                        "name: 阿莫西林胶囊\nstrength: 0.25g*24粒",
                        "name: 阿莫西林胶囊（新）\nstrength: 0.25g",
                        "{}",
                        null,
                        null,
                        null);
        when(reconciliations.differences(anyLong(), any(), anyBoolean(), any()))
                .thenReturn(page(difference));
        when(reconciliations.difference(51)).thenReturn(Optional.of(difference));
        when(reconciliations.start(any(), any(), any())).thenReturn(5L);
        when(reconciliations.repair(anyLong(), any(), any()))
                .thenReturn(new Reconciliations.Outcome.Done());
        return reconciliations;
    }

    /** Before the older key is taken out of the settings. */
    @Bean
    SecretsKeys secretsKeys() {
        return () ->
                List.of(
                        new SecretsKeys.Known("3fa1c0d2e4b5a697", true, 9),
                        new SecretsKeys.Known("9b1c77aa02e4f3d8", false, 2),
                        new SecretsKeys.Known("00d4e7f19c3b2a58", false, 0));
    }

    @Bean
    MallChanges mallChanges() {
        MallChanges changes = mock();
        when(changes.tallies(any()))
                .thenReturn(
                        Map.of(
                                Entity.PRODUCT,
                                new MallChanges.Tally(1_204, 611, 608, 0, 3, 1, NOW),
                                Entity.CUSTOMER,
                                new MallChanges.Tally(12, 9, 9, 0, 0, 0, null)));
        return changes;
    }

    @Bean
    FieldOwners fieldOwners() {
        FieldOwners owners = mock();
        when(owners.of(any()))
                .thenReturn(
                        Arrays.stream(Field.values())
                                .collect(
                                        Collectors.toMap(
                                                field -> field,
                                                Field::usualOwner,
                                                (one, _) -> one,
                                                () -> new EnumMap<>(Field.class))));
        return owners;
    }

    @Bean
    MessageLog messageLog() {
        MessageLog log = mock();
        Exchange call =
                new Exchange(
                        "sim-soap",
                        "create-order",
                        ORDER,
                        "http://127.0.0.1:8090/soap",
                        "<soap:Envelope><CreateOrder><ref>"
                                + ORDER
                                + "</ref></CreateOrder></soap:Envelope>",
                        "<soap:Envelope><Result>OK</Result></soap:Envelope>",
                        200,
                        ago(Duration.ofHours(1)),
                        Duration.ofMillis(142),
                        null);
        Exchange lost =
                new Exchange(
                        "sim-soap",
                        "create-order",
                        ORDER,
                        "http://127.0.0.1:8090/soap",
                        "<soap:Envelope/>",
                        "",
                        0,
                        ago(Duration.ofHours(2)),
                        Duration.ofMillis(10_000),
                        "read timed out");
        MessageLog.Message called = new MessageLog.Message(501, call);
        MessageLog.Message gone = new MessageLog.Message(502, lost);
        when(log.about(ORDER)).thenReturn(List.of(gone, called));
        when(log.message(502)).thenReturn(Optional.of(lost));
        when(log.reveal(eq(501L), any(), any())).thenReturn(Optional.of(call));
        when(log.message(501)).thenReturn(Optional.of(call));
        when(log.page(any(), any())).thenReturn(page(called, gone));
        return log;
    }
}
