package io.mallhub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * The arrows between the floors of the house (docs/adr/0002) and the habits a compiler does not
 * check.
 */
@AnalyzeClasses(packages = "io.mallhub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] MALL_CORE = {
        "io.mallhub.shared..",
        "io.mallhub.audit..",
        "io.mallhub.identity..",
        "io.mallhub.customer..",
        "io.mallhub.catalog..",
        "io.mallhub.pricing..",
        "io.mallhub.stock..",
        "io.mallhub.order..",
        "io.mallhub.ledger..",
        "io.mallhub.receipt..",
        "io.mallhub.transfer..",
        "io.mallhub.prepaid..",
        "io.mallhub.promotion..",
        "io.mallhub.coupon..",
        "io.mallhub.points..",
        "io.mallhub.payment..",
        "io.mallhub.returns..",
        "io.mallhub.recall..",
        "io.mallhub.commission..",
        "io.mallhub.notification..",
        "io.mallhub.conflict..",
        "io.mallhub.openness..",
        "io.mallhub.flash..",
        "io.mallhub.distribution.."
    };
    private static final String[] ROUTES = {"io.mallhub.routes..", "io.mallhub.binding.."};
    private static final String[] SCREENS = {"io.mallhub.console..", "io.mallhub.storefront.."};

    @ArchTest
    static final ArchRule theMallCoreKnowsNoCamelNoZeebeNoCxfAndNoWeb =
            noClasses()
                    .that()
                    .resideInAnyPackage(MALL_CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.camel..",
                            "io.camunda..",
                            "org.apache.cxf..",
                            "org.springframework.web..",
                            "jakarta.servlet..");

    @ArchTest
    static final ArchRule theMallCoreStandsOnNothingOfOurs =
            noClasses()
                    .that()
                    .resideInAnyPackage(MALL_CORE)
                    .should()
                    .dependOnClassesThat(oursButNotIn(MALL_CORE));

    @ArchTest
    static final ArchRule connectorsStandOnNothingOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("io.mallhub.connectors..")
                    .should()
                    .dependOnClassesThat(oursButNotIn("io.mallhub.connectors.."));

    @ArchTest
    static final ArchRule diagramsStandOnNothingOfOurs =
            noClasses()
                    .that()
                    .resideInAPackage("io.mallhub.bpmn..")
                    .should()
                    .dependOnClassesThat(oursButNotIn("io.mallhub.bpmn.."));

    @ArchTest
    static final ArchRule processesNeverSeeRoutes =
            noClasses()
                    .that()
                    .resideInAPackage("io.mallhub.processes..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.camel..",
                            "io.mallhub.routes..",
                            "io.mallhub.binding..",
                            "io.mallhub.connectors..");

    @ArchTest
    static final ArchRule routesNeverSeeProcesses =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROUTES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.camunda..", "io.mallhub.processes..", "io.mallhub.bpmn..");

    @ArchTest
    static final ArchRule theGatewayStandsOnRoutesAndCoreAlone =
            noClasses()
                    .that()
                    .resideInAPackage("io.mallhub.gateway..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.camunda..",
                            "io.mallhub.processes..",
                            "io.mallhub.bpmn..",
                            "io.mallhub.console..",
                            "io.mallhub.storefront..",
                            "io.mallhub.routes..");

    @ArchTest
    static final ArchRule routesNeverSeeTheGateway =
            noClasses()
                    .that()
                    .resideInAnyPackage(ROUTES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.mallhub.gateway..");

    @ArchTest
    static final ArchRule screensCallFacadesOnly =
            noClasses()
                    .that()
                    .resideInAnyPackage(SCREENS)
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("io.mallhub..internal..")
                                    .and(DescribedPredicate.not(resideInAnyPackage(SCREENS))));

    @ArchTest
    static final ArchRule theHubNeverSeesTheSimulator =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.mallhub.simulator..");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Utils?|Base|Helper|Abstract[A-Z]\\w*)");

    @ArchTest
    static final ArchRule theClockIsInjected =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(LocalDateTime.class, "now");

    @ArchTest
    static final ArchRule everyRouteHasItsId =
            classes()
                    .that()
                    .areAssignableTo("org.apache.camel.builder.RouteBuilder")
                    .and()
                    .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT)
                    .should()
                    .haveSimpleNameEndingWith("Route")
                    .orShould()
                    .haveSimpleNameEndingWith("Trigger")
                    .orShould()
                    .haveSimpleNameEndingWith("Faults");

    private static DescribedPredicate<JavaClass> oursButNotIn(String... packages) {
        return resideInAnyPackage("io.mallhub..")
                .and(DescribedPredicate.not(resideInAnyPackage(packages)))
                .as("classes of MallHub outside %s", String.join(", ", packages));
    }
}
