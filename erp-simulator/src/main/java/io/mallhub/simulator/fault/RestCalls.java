package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the operation of a REST request by method and path. */
final class RestCalls {

    private static final Map<String, Operation> OPERATIONS =
            Map.of(
                    "GET /api/goods", Operation.LIST_MATERIALS,
                    "GET /api/stock", Operation.LIST_STOCK,
                    "GET /api/customers", Operation.LIST_CUSTOMERS,
                    "GET /api/customers/find", Operation.FIND_CUSTOMER,
                    "POST /api/customers", Operation.CREATE_CUSTOMER,
                    "GET /api/orders", Operation.LIST_ORDERS,
                    "GET /api/orders/find", Operation.FIND_ORDER,
                    "POST /api/orders", Operation.CREATE_ORDER);
    private static final Pattern VOID = Pattern.compile("POST /api/orders/[^/]+/void");

    Optional<CallName> of(String method, String path) {
        String call = method + " " + path;
        Operation operation =
                VOID.matcher(call).matches() ? Operation.VOID_ORDER : OPERATIONS.get(call);
        return Optional.ofNullable(operation).map(o -> new CallName(o, Protocol.REST, path));
    }
}
