package io.mallhub.storefront.points;

import io.mallhub.identity.BuyerView;
import io.mallhub.points.Points;
import io.mallhub.points.PointsRules;
import io.mallhub.webkit.ListRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How many points the company has, how they are earned and used, and each movement. */
@Controller
class PointsController {
    private final Points points;
    private final PointsRules rules;

    PointsController(Points points, PointsRules rules) {
        this.points = points;
        this.rules = rules;
    }

    @GetMapping("/points")
    String points(BuyerView buyer, ListRequest list, Model model) {
        model.addAttribute("balance", points.balance(buyer.company()));
        model.addAttribute("rule", rules.inForce().orElse(null));
        model.addAttribute("page", points.entries(buyer.company(), list.page()));
        return "storefront/points";
    }
}
