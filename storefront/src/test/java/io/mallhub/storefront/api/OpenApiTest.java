package io.mallhub.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.order.OrderState;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The published document and the controllers say the same. */
@StorefrontTest
class OpenApiTest {
    private final Contract contract = Contract.read();
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @LocalServerPort int port;

    @Test
    void theDocumentIsPublishedToEverybody() {
        var answer = Visitor.at(port).get("/api/openapi.yaml");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/yaml");
        assertThat(answer.body()).startsWith("openapi: 3.1.0");
    }

    @Test
    void everyPathAndMethodIsInTheDocumentAndNoOther() {
        Set<String> described = new TreeSet<>();
        contract.paths()
                .forEachEntry(
                        (path, methods) ->
                                methods.propertyNames()
                                        .forEach(
                                                method ->
                                                        described.add(
                                                                method.toUpperCase(
                                                                                java.util.Locale
                                                                                        .ROOT)
                                                                        + " "
                                                                        + path)));

        assertThat(described).isEqualTo(new TreeSet<>(handlers().map(Handler::door).toList()));
    }

    @Test
    void everyParameterIsInTheDocumentAndNoOther() {
        handlers()
                .forEach(
                        handler ->
                                assertThat(described(handler))
                                        .as(handler.door())
                                        .isEqualTo(handler.parameters()));
    }

    private Set<String> described(Handler handler) {
        JsonNode operation =
                contract.paths()
                        .path(handler.path())
                        .path(handler.method().toLowerCase(java.util.Locale.ROOT));
        return contract.parameters(operation).stream()
                .map(it -> it.path("in").asString() + " " + it.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("Product", ProductJson.class),
                Arguments.of("PriceBreak", ProductJson.BreakJson.class),
                Arguments.of("ProductPage", PageJson.class),
                Arguments.of("OrderPage", PageJson.class),
                Arguments.of("OrderRow", OrderRowJson.class),
                Arguments.of("Order", OrderJson.class),
                Arguments.of("Line", OrderJson.LineJson.class),
                Arguments.of("Shipment", OrderJson.ShipmentJson.class),
                Arguments.of("Batch", OrderJson.BatchJson.class),
                Arguments.of("Quote", QuoteJson.class),
                Arguments.of("QuoteLine", QuoteJson.LineJson.class),
                Arguments.of("QuoteGift", QuoteJson.GiftJson.class),
                Arguments.of("QuotePromotion", QuoteJson.PromotionJson.class),
                Arguments.of("NewOrder", NewOrderJson.class),
                Arguments.of("NewLine", NewOrderJson.NewLineJson.class),
                Arguments.of("Placed", PlacedJson.class),
                Arguments.of("Cancel", CancelJson.class),
                Arguments.of("OrderTransfer", OrderJson.TransferJson.class),
                Arguments.of("AnnouncedTransfer", OrderJson.AnnouncedJson.class),
                Arguments.of("Prepaid", PrepaidApi.PrepaidJson.class),
                Arguments.of("PrepaidEntry", PrepaidApi.PrepaidEntryJson.class),
                Arguments.of("TopUp", PrepaidApi.TopUpJson.class),
                Arguments.of("Points", PointsApi.PointsJson.class),
                Arguments.of("PointsEntry", PointsApi.PointsEntryJson.class),
                Arguments.of("Coupon", CouponsApi.CouponJson.class),
                Arguments.of("OfferedCoupon", CouponsApi.OfferedCouponJson.class),
                Arguments.of("Announced", OrdersApi.AnnouncedTransferJson.class),
                Arguments.of("ProblemLine", ProblemDocuments.LineJson.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyFieldIsInTheDocumentAndNoOther(String schema, Class<? extends Record> record) {
        assertThat(new TreeSet<>(contract.schema(schema).path("properties").propertyNames()))
                .isEqualTo(names(Arrays.stream(record.getRecordComponents())));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatAnAnswerAlwaysHasIsRequired(String schema, Class<? extends Record> record) {
        boolean isAnswer = !schema.equals("NewOrder") && !schema.equals("NewLine");
        TreeSet<String> required = new TreeSet<>();
        contract.schema(schema).path("required").forEach(it -> required.add(it.asString()));

        if (isAnswer) {
            assertThat(required)
                    .isEqualTo(
                            names(
                                    Arrays.stream(record.getRecordComponents())
                                            .filter(it -> !isNullable(it))));
        }
    }

    @Test
    void everyStateAndKindIsInTheDocument() {
        assertThat(values("OrderState")).isEqualTo(names(OrderState.values()));
        assertThat(values("PriceSource")).isEqualTo(names(PriceQuote.Source.values()));
        assertThat(values("RegulatoryCategory")).isEqualTo(names(RegulatoryCategory.values()));
    }

    private List<String> values(String schema) {
        return contract.schema(schema).path("enum").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static TreeSet<String> names(Stream<RecordComponent> fields) {
        return fields.map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Stream<Handler> handlers() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(
                        it ->
                                it.getValue()
                                        .getBeanType()
                                        .getPackage()
                                        .equals(OrdersApi.class.getPackage()))
                .map(it -> Handler.of(it.getKey(), it.getValue()));
    }

    private record Handler(String method, String path, TreeSet<String> parameters) {
        static Handler of(RequestMappingInfo info, HandlerMethod code) {
            return new Handler(
                    info.getMethodsCondition().getMethods().iterator().next().name(),
                    info.getPatternValues().iterator().next(),
                    Arrays.stream(code.getMethodParameters())
                            .flatMap(Handler::described)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        private static Stream<String> described(MethodParameter parameter) {
            RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
            if (header != null) {
                return Stream.of("header " + header.name());
            }
            String name = parameter.getParameter().getName();
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                return Stream.of("query " + name);
            }
            return parameter.hasParameterAnnotation(PathVariable.class)
                    ? Stream.of("path " + name)
                    : Stream.empty();
        }

        String door() {
            return method + " " + path;
        }
    }
}
