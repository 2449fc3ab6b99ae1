package io.mallhub.simulator.salesorder;

import io.mallhub.simulator.customer.Customer;
import io.mallhub.simulator.customer.Customers;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import io.mallhub.simulator.material.Material;
import io.mallhub.simulator.material.Materials;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What this ERP demands of an order before it takes it in. Stock is looked at later, when a person
 * accepts.
 */
@Component
class OrderCheck {

    private final Customers customers;
    private final Materials materials;

    OrderCheck(Customers customers, Materials materials) {
        this.customers = customers;
        this.materials = materials;
    }

    void check(NewOrder order) {
        checkCustomer(order.customer());
        if (order.lines().isEmpty()) {
            throw new Refusal(RefusalCode.LINES_INVALID, "订单没有分录");
        }
        Map<String, Material> known =
                materials
                        .withNumbers(
                                order.lines().stream()
                                        .map(NewOrder.Line::material)
                                        .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Material::number, Function.identity()));
        Set<Integer> seen = new HashSet<>();
        for (NewOrder.Line line : order.lines()) {
            if (!seen.add(line.number())) {
                throw new Refusal(RefusalCode.LINES_INVALID, "行号重复：" + line.number());
            }
            Material material = known.get(line.material());
            if (material == null) {
                throw refusal(RefusalCode.MATERIAL_UNKNOWN, line);
            }
            if (material.forbidden()) {
                throw refusal(RefusalCode.MATERIAL_STOPPED, line);
            }
            checkFigures(line);
        }
    }

    private void checkCustomer(String number) {
        Customer customer =
                customers
                        .withNumber(number)
                        .orElseThrow(
                                () -> new Refusal(RefusalCode.CUSTOMER_UNKNOWN, "客户不存在：" + number));
        if (customer.forbidden()) {
            throw new Refusal(RefusalCode.CUSTOMER_STOPPED, "客户已停用：" + number);
        }
    }

    private static void checkFigures(NewOrder.Line line) {
        if (line.quantity().signum() <= 0) {
            throw refusal(RefusalCode.QUANTITY_INVALID, line);
        }
        if (line.price().signum() < 0
                || line.discount().signum() < 0
                || line.amount().signum() < 0) {
            throw refusal(RefusalCode.PRICE_INVALID, line);
        }
        BigDecimal amount =
                line.quantity()
                        .multiply(line.price())
                        .setScale(2, RoundingMode.HALF_UP)
                        .subtract(line.discount());
        if (amount.compareTo(line.amount()) != 0) {
            throw refusal(RefusalCode.AMOUNT_INVALID, line);
        }
    }

    private static Refusal refusal(RefusalCode code, NewOrder.Line line) {
        return new Refusal(
                code, "第%d行 %s：%s".formatted(line.number(), line.material(), code.text()));
    }
}
