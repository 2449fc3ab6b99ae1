package io.mallhub.simulator.fault;

import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the operation of a REST request by method and path. */
final class RestCalls {

    private static final Map<String, Operation> OPERATIONS =
            Map.ofEntries(
                    Map.entry("GET /api/goods", Operation.LIST_MATERIALS),
                    Map.entry("GET /api/goods/find", Operation.FIND_MATERIAL),
                    Map.entry("GET /api/stock", Operation.LIST_STOCK),
                    Map.entry("GET /api/customers", Operation.LIST_CUSTOMERS),
                    Map.entry("GET /api/customers/find", Operation.FIND_CUSTOMER),
                    Map.entry("POST /api/customers", Operation.CREATE_CUSTOMER),
                    Map.entry("GET /api/orders", Operation.LIST_ORDERS),
                    Map.entry("GET /api/orders/find", Operation.FIND_ORDER),
                    Map.entry("POST /api/orders", Operation.CREATE_ORDER),
                    Map.entry("GET /api/returns", Operation.LIST_RETURNS),
                    Map.entry("GET /api/returns/find", Operation.FIND_RETURN),
                    Map.entry("POST /api/returns", Operation.CREATE_RETURN),
                    Map.entry("GET /api/vouchers/find", Operation.FIND_VOUCHER),
                    Map.entry("POST /api/vouchers", Operation.CREATE_VOUCHER));
    private static final Pattern UPDATE = Pattern.compile("POST /api/goods/[^/]+");
    private static final Pattern UPDATE_CUSTOMER = Pattern.compile("POST /api/customers/[^/]+");
    private static final Pattern VOID = Pattern.compile("POST /api/orders/[^/]+/void");
    private static final Pattern VOID_RETURN = Pattern.compile("POST /api/returns/[^/]+/void");

    Optional<CallName> of(String method, String path) {
        String call = method + " " + path;
        return Optional.ofNullable(operation(call)).map(o -> new CallName(o, Protocol.REST, path));
    }

    private static @Nullable Operation operation(String call) {
        if (UPDATE.matcher(call).matches()) {
            return Operation.UPDATE_MATERIAL;
        }
        if (UPDATE_CUSTOMER.matcher(call).matches()) {
            return Operation.UPDATE_CUSTOMER;
        }
        if (VOID.matcher(call).matches()) {
            return Operation.VOID_ORDER;
        }
        return VOID_RETURN.matcher(call).matches() ? Operation.VOID_RETURN : OPERATIONS.get(call);
    }
}
