package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.customer.ApplicationView.ReviewDecision;
import io.mallhub.customer.ArchivedDocument;
import io.mallhub.customer.DocumentData;
import io.mallhub.customer.DocumentFile;
import io.mallhub.customer.DocumentState;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.customer.QualificationArchive;
import io.mallhub.identity.StandIns;
import io.mallhub.identity.StoodIn;
import io.mallhub.notification.NoticeAddresses;
import io.mallhub.notification.NoticeView;
import io.mallhub.notification.Notifications;
import io.mallhub.order.LicenceEvidence;
import io.mallhub.order.Stoppages;
import io.mallhub.shared.Page;
import io.mallhub.shared.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the compliance desk and the inbox draw. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
class StandingDesk {
    private static final LocalDate END = LocalDate.of(2027, 3, 31);

    private static Instant ago(int days) {
        return StandingMall.NOW.minus(Duration.ofDays(days));
    }

    @SafeVarargs
    private static <T> Page<T> page(T... rows) {
        return new Page<>(List.of(rows), 0, 20, rows.length);
    }

    @Bean
    QualificationArchive qualificationArchive() {
        QualificationArchive archive = mock();
        when(archive.page(any(), any())).thenReturn(page(version(2, true), version(1, false)));
        when(archive.casesOf(any())).thenReturn(List.of(StandingMall.APPLICATION));
        when(archive.file(any()))
                .thenReturn(
                        Optional.of(
                                new DocumentFile("许可证.pdf", "application/pdf", SampleFiles.pdf())));
        return archive;
    }

    private static ArchivedDocument version(int n, boolean current) {
        return new ArchivedDocument(
                new UUID(2, n),
                StandingMall.CUSTOMER,
                "杭州康复大药房有限公司",
                StandingMall.APPLICATION,
                new DocumentData(
                        DocumentType.DRUG_DISTRIBUTION_LICENCE,
                        "浙DA571000" + n,
                        "浙江省药品监督管理局",
                        LocalDate.of(2022, 4, 1),
                        END,
                        Set.of("PRESCRIPTION")),
                n,
                current,
                current ? DocumentState.VALID : DocumentState.RETURNED,
                "licence-" + n + ".pdf",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                ago(30 - n),
                "李娜",
                current
                        ? List.of(
                                new ReviewDecision("approve", "张伟", ago(3), "证照齐全，范围一致"),
                                new ReviewDecision("second-approve", "陈晨", ago(2), ""))
                        : List.of(new ReviewDecision("return-document", "张伟", ago(29), "扫描件不清晰")));
    }

    @Bean
    LicenceEvidence licenceEvidence() {
        LicenceEvidence evidence = mock();
        when(evidence.of(any(), any(), any(), any()))
                .thenReturn(
                        page(
                                new LicenceEvidence.Check(
                                        StandingMall.ORDER,
                                        "submit",
                                        ago(1),
                                        true,
                                        List.of(
                                                new Verdict(
                                                        StandingMall.PRODUCT,
                                                        true,
                                                        null,
                                                        Map.of(
                                                                "document",
                                                                "DRUG_DISTRIBUTION_LICENCE",
                                                                "number",
                                                                "浙DA5710002",
                                                                "state",
                                                                "VALID",
                                                                "validUntil",
                                                                "long-term"))))));
        when(evidence.refusals(any(), any(), any(), any()))
                .thenReturn(
                        page(
                                new LicenceEvidence.Refusal(
                                        ago(2),
                                        ago(1),
                                        3,
                                        "李娜",
                                        List.of(
                                                new LicenceEvidence.RefusedLine(
                                                        "YP0917",
                                                        "重组人胰岛素注射液",
                                                        new Verdict(
                                                                StandingMall.PRODUCT,
                                                                false,
                                                                "gate.scope-not-covered",
                                                                Map.of("scope", "INSULIN")))))));
        return evidence;
    }

    @Bean
    StandIns standIns() {
        StandIns standIns = mock();
        when(standIns.of(anyString(), anyString()))
                .thenReturn(
                        List.of(new StoodIn("second-approve", true, "陈晨", "lijing", "李静", ago(2))));
        return standIns;
    }

    @Bean
    Stoppages stoppages() {
        Stoppages stoppages = mock();
        when(stoppages.when(any()))
                .thenReturn(
                        List.of(
                                new Stoppages.Stoppage(
                                        StandingMall.COMPANY,
                                        END,
                                        List.of(
                                                new Stoppages.Line(
                                                        StandingMall.ORDER,
                                                        1,
                                                        StandingMall.PRODUCT_CODE,
                                                        "阿莫西林胶囊",
                                                        "盒",
                                                        Quantity.of(60),
                                                        "gate.licence-expired"))),
                                new Stoppages.Stoppage(
                                        StandingMall.COMPANY,
                                        LocalDate.of(2027, 5, 1),
                                        List.of())));
        return stoppages;
    }

    @Bean
    Notifications notifications() {
        Notifications notifications = mock();
        when(notifications.unread(any())).thenReturn(2);
        when(notifications.inbox(any(), any(), any()))
                .thenReturn(
                        page(
                                notice(3, "证照即将到期", false),
                                notice(2, "审核任务超时，已升级", false),
                                notice(1, "佣金结算单已发布", true)));
        return notifications;
    }

    private static NoticeView notice(int n, String title, boolean read) {
        return new NoticeView(
                n,
                ago(4 - n),
                title,
                "杭州康复大药房有限公司 · " + StandingMall.APPLICATION,
                "/console/compliance/" + StandingMall.APPLICATION,
                read);
    }

    @Bean
    NoticeAddresses noticeAddresses() {
        NoticeAddresses addresses = mock();
        when(addresses.channels()).thenReturn(Set.of("email", "sms"));
        when(addresses.of(any())).thenReturn(Map.of("email", "wang.fang@example.com"));
        return addresses;
    }
}
