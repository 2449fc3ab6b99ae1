package io.mallhub.connectors.client;

import io.mallhub.connectors.OperationTrials.Input;
import io.mallhub.connectors.OperationTrials.TrialOperation;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.OperationKind;
import java.util.Comparator;
import java.util.List;

/** What has to be typed to try each operation. */
final class TrialInputs {
    private TrialInputs() {}

    static List<TrialOperation> of(Definition definition) {
        return definition.operations().keySet().stream()
                .sorted(Comparator.comparing(OperationKind::writes).thenComparing(kind -> kind))
                .map(kind -> new TrialOperation(kind.id(), kind.writes(), inputs(kind)))
                .toList();
    }

    private static List<Input> inputs(OperationKind kind) {
        return switch (kind) {
            case LIST_PRODUCTS, LIST_STOCK, LIST_CUSTOMERS, LIST_ORDERS, LIST_RETURNS ->
                    List.of(new Input("limit", "10"), new Input("since", ""));
            case FIND_CUSTOMER_BY_REFERENCE, FIND_ORDERS, FIND_RETURNS, FIND_VOUCHERS ->
                    List.of(new Input("reference", "TEST-1"));
            case FIND_CUSTOMER_BY_USCC -> List.of(new Input("uscc", "91350100M000100Y43"));
            case FIND_PRODUCT, FIND_CUSTOMER -> List.of(new Input("code", "TEST-1"));
            case UPDATE_PRODUCT ->
                    List.of(
                            new Input("code", ""),
                            new Input("name", ""),
                            new Input("dosageForm", ""),
                            new Input("strength", ""),
                            new Input("category", ""));
            case UPDATE_CUSTOMER ->
                    List.of(
                            new Input("code", ""),
                            new Input("name", ""),
                            new Input("address", ""),
                            new Input("contact", ""),
                            new Input("phone", ""));
            case CREATE_CUSTOMER ->
                    List.of(
                            new Input("reference", "TEST-1"),
                            new Input("name", "接口测试客户"),
                            new Input("uscc", "91350100M000100Y43"),
                            new Input("address", "接口测试"),
                            new Input("contact", "接口测试"),
                            new Input("phone", "000"),
                            new Input("licenceNumber", "TEST"));
            case CREATE_ORDER ->
                    List.of(
                            new Input("reference", "TEST-1"),
                            new Input("customerCode", ""),
                            new Input("productCode", ""),
                            new Input("quantity", "1"),
                            new Input("unit", "盒"),
                            new Input("price", "1.00"),
                            new Input("note", "TEST 接口测试，请作废"));
            case VOID_ORDER, VOID_RETURN ->
                    List.of(new Input("code", ""), new Input("reason", "TEST"));
            case CREATE_RETURN ->
                    List.of(
                            new Input("reference", "TEST-1"),
                            new Input("customerCode", ""),
                            new Input("orderCode", ""),
                            new Input("productCode", ""),
                            new Input("batch", ""),
                            new Input("quantity", "1"),
                            new Input("reason", "TEST"));
            case CREATE_VOUCHER ->
                    List.of(
                            new Input("reference", "TEST-1"),
                            new Input("party", "TEST"),
                            new Input("amount", "0.01"),
                            new Input("text", "TEST 接口测试"));
            case PING, LOGIN -> List.of();
        };
    }
}
