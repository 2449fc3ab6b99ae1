package io.mallhub.storefront;

import io.mallhub.webkit.BackToThePage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * What the business refuses because the page was out of date ({@link IllegalStateException}) or the
 * input impossible ({@link IllegalArgumentException}).
 */
@ControllerAdvice({
    "io.mallhub.storefront.shop",
    "io.mallhub.storefront.orders",
    "io.mallhub.storefront.company",
    "io.mallhub.storefront.coupons",
    "io.mallhub.storefront.registration"
})
class Refusals {
    private final BackToThePage back = new BackToThePage("/");

    @ExceptionHandler(IllegalStateException.class)
    void outOfDate(
            IllegalStateException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        back.answer("shop.out-of-date", HttpStatus.CONFLICT, why, request, response);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    void impossible(
            IllegalArgumentException why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        back.answer("shop.impossible", HttpStatus.BAD_REQUEST, why, request, response);
    }
}
