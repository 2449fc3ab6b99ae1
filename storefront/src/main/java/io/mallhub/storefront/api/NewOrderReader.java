package io.mallhub.storefront.api;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.order.SubmitOrder;
import io.mallhub.shared.Quantity;
import io.mallhub.storefront.api.NewOrderJson.NewLineJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the lines of an order. Every line is looked at before anything is refused, so that the
 * caller learns all at once.
 */
@Component
class NewOrderReader {
    private final Products products;

    NewOrderReader(Products products) {
        this.products = products;
    }

    List<SubmitOrder.Line> lines(NewOrderJson order) {
        List<Problem.Line> problems = new ArrayList<>();
        List<SubmitOrder.Line> lines = new ArrayList<>();
        for (int i = 0; i < order.linesOrEmpty().size(); i++) {
            NewLineJson sent = order.linesOrEmpty().get(i);
            Optional<ProductView> product = product(order.product(i));
            Optional<Quantity> quantity = quantity(sent);
            if (product.isEmpty()) {
                problems.add(problem(order, i, "product.unknown"));
            } else if (quantity.isEmpty()) {
                problems.add(problem(order, i, "quantity.not-a-quantity"));
            } else {
                lines.add(new SubmitOrder.Line(product.get().id(), quantity.get()));
            }
        }
        if (!problems.isEmpty()) {
            throw Problem.refused("order.refused", problems);
        }
        return lines;
    }

    private Optional<ProductView> product(String code) {
        return code.isBlank() || code.indexOf('\0') >= 0 ? Optional.empty() : products.byCode(code);
    }

    private static Optional<Quantity> quantity(@Nullable NewLineJson line) {
        return line == null || line.quantity() == null
                ? Optional.empty()
                : Quantity.typed(line.quantity().toString());
    }

    private static Problem.Line problem(NewOrderJson order, int line, String code) {
        return new Problem.Line(line + 1, order.product(line), code, "");
    }
}
