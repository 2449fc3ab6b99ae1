package io.mallhub.storefront.security;

import io.mallhub.identity.BuyerView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives controllers the signed-in buyer as a {@link BuyerView} parameter, null for a guest where
 * the parameter is {@code @Nullable}. The company a request acts for comes from here and from
 * nowhere else: never from the request.
 */
@Component
public class CurrentBuyer implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    static final String ATTRIBUTE = BuyerView.class.getName();

    /** Empty for a guest. */
    public static Optional<BuyerView> of(HttpServletRequest request) {
        return Optional.ofNullable((BuyerView) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == BuyerView.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Object buyer = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (buyer == null && !parameter.isOptional()) {
            throw new IllegalStateException(
                    "This page is for signed-in buyers and its door let a guest in");
        }
        return buyer;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }
}
