package io.mallhub.storefront.sharing;

import io.mallhub.distribution.Sharing;
import io.mallhub.distribution.Sharing.Landing;
import io.mallhub.identity.BuyerView;
import io.mallhub.storefront.shop.Catalogue;
import io.mallhub.webkit.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where share links lead: to the product they are about, as the visitor may see it, or to the mall;
 * nowhere else, whatever else stands in the address.
 */
@Controller
class ShareController {
    private final Sharing sharing;
    private final Catalogue catalogue;

    ShareController(Sharing sharing, Catalogue catalogue) {
        this.sharing = sharing;
        this.catalogue = catalogue;
    }

    @GetMapping("/s/{share}")
    String follow(
            @PathVariable String share,
            @Nullable BuyerView buyer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!isOpenedByAPerson(request)) {
            return "redirect:/";
        }
        String login = buyer == null ? null : buyer.login();
        return switch (sharing.follow(share, ClickCookie.read(request), login)) {
            case Landing.Closed _ -> toTheMall("share.closed", redirect);
            case Landing.Open open -> {
                if (!open.clicks().isEmpty()) {
                    ClickCookie.write(open.clicks(), request, response);
                }
                yield shown(open.product(), buyer, redirect);
            }
        };
    }

    private String shown(String product, @Nullable BuyerView buyer, RedirectAttributes redirect) {
        if (product.isEmpty()) {
            return "redirect:/";
        }
        if (catalogue.product(buyer, product).isEmpty()) {
            return toTheMall(buyer == null ? "share.hidden-from-guests" : "share.hidden", redirect);
        }
        redirect.addAttribute("product", product);
        return "redirect:/products/{product}";
    }

    private static String toTheMall(String why, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", new Notice("warning", why, ""));
        return "redirect:/";
    }

    /**
     * A picture or frame of another page is no click, nor what a browser fetches beforehand.
     * Browsers that don't say are taken at their word.
     */
    private static boolean isOpenedByAPerson(HttpServletRequest request) {
        String target = Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Dest"), "document");
        return target.equals("document") && request.getHeader("Sec-Purpose") == null;
    }
}
