package io.mallhub.webkit;

import java.beans.PropertyEditorSupport;
import java.math.BigDecimal;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Numbers in forms. One line of text can name a number that fills the memory once it is written
 * out; none that people mean has more than 15 digits before or after the point.
 */
@ControllerAdvice
class Amounts {
    private static final int MOST_DIGITS = 15;

    /** An editor and no converter: where a converter refuses, Spring tries its own editor next. */
    @InitBinder
    void readAmounts(WebDataBinder binder) {
        binder.registerCustomEditor(
                BigDecimal.class,
                new PropertyEditorSupport() {
                    @Override
                    public void setAsText(String text) {
                        setValue(text.isBlank() ? null : read(text.strip()));
                    }
                });
    }

    private static BigDecimal read(String text) {
        BigDecimal amount = new BigDecimal(text);
        long digits = amount.precision() - (long) amount.scale();
        if (digits > MOST_DIGITS || amount.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("Nobody means a number of that many digits");
        }
        return amount;
    }
}
