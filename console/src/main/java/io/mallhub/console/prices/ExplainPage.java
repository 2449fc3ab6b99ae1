package io.mallhub.console.prices;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Quantity;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a product costs a customer on a day, and why: every rule with what became of it. */
@Controller
class ExplainPage {
    private final Prices prices;
    private final Products products;
    private final Customers customers;
    private final Clock clock;

    ExplainPage(Prices prices, Products products, Customers customers, Clock clock) {
        this.prices = prices;
        this.products = products;
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping("/console/prices/explain")
    String explain(
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "1") String quantity,
            @RequestParam(required = false) @Nullable LocalDate day,
            Model model) {
        Optional<CustomerView> company = customers.byNumber(customer.strip());
        Optional<ProductView> goods = products.byCode(product.strip());
        Optional<Quantity> wanted = Quantity.typed(quantity).filter(Quantity::isPositive);
        LocalDate when = Objects.requireNonNullElseGet(day, () -> MallTime.today(clock));
        model.addAttribute("number", customer.strip());
        model.addAttribute("code", product.strip());
        model.addAttribute("quantity", quantity.strip());
        model.addAttribute("day", when);
        model.addAttribute("company", company.orElse(null));
        model.addAttribute("goods", goods.orElse(null));
        model.addAttribute("isQuantity", wanted.isPresent());
        if (company.isPresent() && goods.isPresent() && wanted.isPresent()) {
            model.addAttribute(
                    "explanation",
                    prices.explain(company.get().viewer(), goods.get().id(), wanted.get(), when));
        }
        return "console/prices/explain";
    }
}
