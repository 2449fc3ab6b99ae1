package io.mallhub.webkit;

import java.math.BigDecimal;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Numbers in forms. One line of text can name a number that fills the memory once it is written
 * out; none that people mean has more than 15 digits before the point.
 */
@Configuration(proxyBeanMethods = false)
class Amounts implements WebMvcConfigurer {
    private static final int MOST_DIGITS = 15;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, BigDecimal.class, Amounts::read);
    }

    private static BigDecimal read(String text) {
        BigDecimal amount = new BigDecimal(text.strip());
        if (amount.precision() - (long) amount.scale() > MOST_DIGITS
                || amount.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("Nobody means a number of that many digits");
        }
        return amount;
    }
}
