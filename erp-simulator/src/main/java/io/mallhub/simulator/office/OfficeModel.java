package io.mallhub.simulator.office;

import io.mallhub.simulator.kernel.Numbers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Formats for all pages of the office: {@code fmt}. */
@ControllerAdvice(basePackageClasses = OfficeModel.class)
class OfficeModel {

    /** How figures and times are shown. */
    static final class Format {

        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(Numbers.ZONE);

        public String time(Instant instant) {
            return TIME.format(instant);
        }

        /** Without trailing zeros. */
        public String number(BigDecimal value) {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }

    @ModelAttribute("fmt")
    Format format() {
        return new Format();
    }
}
