package io.mallhub.storefront.sharing;

import io.mallhub.distribution.Sharing;
import io.mallhub.identity.BuyerView;
import io.mallhub.storefront.security.CurrentBuyer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The first request of a buyer who has signed in, or registered, moves what his browser kept to his
 * account: before anything is done with it, so that no order misses it.
 */
@Component
class ClicksOfAccounts implements HandlerInterceptor, WebMvcConfigurer {
    private final Sharing sharing;

    ClicksOfAccounts(Sharing sharing) {
        this.sharing = sharing;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String kept = ClickCookie.read(request);
        Optional<BuyerView> buyer = kept.isEmpty() ? Optional.empty() : CurrentBuyer.of(request);
        if (buyer.isPresent()) {
            sharing.keep(buyer.get().login(), kept);
            ClickCookie.remove(request, response);
        }
        return true;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }
}
