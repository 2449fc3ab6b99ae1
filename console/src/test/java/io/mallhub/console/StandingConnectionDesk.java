package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.binding.Certification;
import io.mallhub.binding.Certification.Check;
import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Outcome;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Certifications;
import io.mallhub.binding.ConnectionTrials;
import io.mallhub.binding.Definitions;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Rehearsal;
import io.mallhub.binding.Rehearsal.Difference;
import io.mallhub.binding.Rehearsal.FieldCount;
import io.mallhub.binding.Rehearsals;
import io.mallhub.connectors.ErpClients.DefinitionSummary;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.Guarantees;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.OperationTrial.Mapped;
import io.mallhub.connectors.OperationTrials.Input;
import io.mallhub.connectors.OperationTrials.TrialOperation;
import io.mallhub.shared.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Definitions, trials, a rehearsal and a certification as they stand in the tests of pages. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
@SuppressWarnings("DirectInvocationOnMock")
class StandingConnectionDesk {
    static final String UPLOAD = "acme-erp@3";
    static final long RUN = 7;
    static final long EMPTY_RUN = 8;

    @Bean
    Definitions definitions() {
        Definitions definitions = mock();
        DefinitionSummary soap =
                new DefinitionSummary(
                        "simulator-soap",
                        "海棠 HT2005 (SOAP)",
                        "SOAP",
                        List.of("username", "password"),
                        new Guarantees(Repeat.PROBEABLE, Repeat.PROBEABLE, false));
        when(definitions.shipped()).thenReturn(List.of(soap));
        when(definitions.definition("simulator-soap")).thenReturn(Optional.of(soap));
        when(definitions.download("simulator-soap")).thenReturn(Optional.of(new byte[] {80, 75}));
        when(definitions.uploads(any()))
                .thenReturn(
                        new Page<>(
                                List.of(
                                        new Definitions.Version(
                                                "acme-erp",
                                                3,
                                                "Acme ERP",
                                                "REST",
                                                "王工",
                                                StandingMall.NOW,
                                                "名称改取规格列",
                                                List.of("sim-rest"))),
                                0,
                                20,
                                1));
        return definitions;
    }

    @Bean
    ConnectionTrials connectionTrials() {
        ConnectionTrials trials = mock();
        when(trials.operations(anyString()))
                .thenReturn(
                        List.of(
                                new TrialOperation(
                                        "list-products",
                                        false,
                                        List.of(new Input("limit", "10"), new Input("since", ""))),
                                new TrialOperation(
                                        "void-order",
                                        true,
                                        List.of(
                                                new Input("code", ""),
                                                new Input("reason", "TEST")))));
        when(trials.operations("erp-calls")).thenReturn(List.of());
        when(trials.run(anyString(), anyString(), any(), any()))
                .thenReturn(
                        new OperationTrial(
                                List.of(
                                        new Exchange(
                                                "sim-soap",
                                                "list-products",
                                                "",
                                                "http://127.0.0.1:8090/soap",
                                                "<QueryMaterials><FTop>10</FTop></QueryMaterials>",
                                                "<Material><FNumber>YP1</FNumber></Material>",
                                                200,
                                                StandingMall.NOW,
                                                Duration.ofMillis(40),
                                                null)),
                                List.of(
                                        new Mapped(
                                                "YP1",
                                                Map.of("code", "YP1", "name", "阿莫西林胶囊"),
                                                "",
                                                ""),
                                        new Mapped(
                                                "YP2",
                                                Map.of(),
                                                "<Material><FNumber>YP2</FNumber></Material>",
                                                "vatRate is missing")),
                                true,
                                null));
        return trials;
    }

    @Bean
    Rehearsals rehearsals() {
        Rehearsals rehearsals = mock();
        when(rehearsals.rehearse(anyString(), anyString(), anyInt()))
                .thenReturn(
                        new Rehearsal(
                                "simulator-soap",
                                UPLOAD,
                                48,
                                2,
                                480,
                                1,
                                List.of(
                                        new FieldCount(
                                                "list-products", Rehearsal.Kind.FIELD, "name", 1)),
                                List.of(
                                        new Difference(
                                                501,
                                                StandingMall.NOW,
                                                "list-products",
                                                "YP1",
                                                Rehearsal.Kind.FIELD,
                                                "name",
                                                "阿莫西林胶囊",
                                                "0.25g"))));
        return rehearsals;
    }

    @Bean
    Certifications certifications() {
        Certifications certifications = mock();
        Certification run =
                new Certification(
                        RUN,
                        "sim-soap",
                        "simulator-soap",
                        true,
                        "王工",
                        StandingMall.NOW,
                        StandingMall.NOW,
                        Certification.State.FAILED,
                        1,
                        1,
                        1);
        when(certifications.page(anyString(), any()))
                .thenReturn(new Page<>(List.of(run), 0, 20, 1));
        when(certifications.certification(RUN)).thenReturn(Optional.of(run));
        when(certifications.certification(EMPTY_RUN))
                .thenReturn(
                        Optional.of(
                                new Certification(
                                        EMPTY_RUN,
                                        "sim-soap",
                                        "erp-calls",
                                        false,
                                        "王工",
                                        StandingMall.NOW,
                                        StandingMall.NOW,
                                        Certification.State.NOTHING_PROVED,
                                        0,
                                        0,
                                        1)));
        when(certifications.checks(EMPTY_RUN))
                .thenReturn(
                        List.of(
                                new Check(
                                        Entity.PRODUCT,
                                        Depth.IN,
                                        Contract.READABLE,
                                        Outcome.NOT_APPLICABLE,
                                        Reason.NO_OPERATION,
                                        "",
                                        List.of())));
        when(certifications.start(eq("sim-soap"), anyBoolean(), any()))
                .thenReturn(Optional.of(RUN));
        when(certifications.checks(RUN))
                .thenReturn(
                        List.of(
                                new Check(
                                        Entity.PRODUCT,
                                        Depth.IN,
                                        Contract.PAGE_EDGES,
                                        Outcome.PASSED,
                                        Reason.NONE,
                                        "84",
                                        List.of(501L, 502L)),
                                new Check(
                                        Entity.ORDER,
                                        Depth.OUT,
                                        Contract.FOUND_AGAIN,
                                        Outcome.FAILED,
                                        Reason.DOUBLED,
                                        "XS1, XS2",
                                        List.of(503L)),
                                new Check(
                                        Entity.RETURN,
                                        Depth.OUT,
                                        Contract.CREATED,
                                        Outcome.NOT_APPLICABLE,
                                        Reason.NEEDS_DELIVERY,
                                        "",
                                        List.of())));
        return certifications;
    }
}
