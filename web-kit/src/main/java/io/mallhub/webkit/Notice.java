package io.mallhub.webkit;

import java.io.Serializable;
import java.util.Optional;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the page after a redirect says of what was done.
 *
 * @param color success, warning or danger
 * @param key message key
 * @param detail a value for the message, such as a business number
 */
public record Notice(String color, String key, String detail) implements Serializable {
    public static void done(RedirectAttributes redirect, String key, String detail) {
        redirect.addFlashAttribute("notice", new Notice("success", key, detail));
    }

    /** Refused: says why, in a key that ends with what to do next. */
    public static void refused(RedirectAttributes redirect, String key, String detail) {
        redirect.addFlashAttribute("notice", new Notice("danger", key, detail));
    }

    /**
     * @param refusal message key of why not; empty when it was done
     */
    public static void tell(
            RedirectAttributes redirect, Optional<String> refusal, String done, String detail) {
        refusal.ifPresentOrElse(
                why -> refused(redirect, why, detail), () -> done(redirect, done, detail));
    }
}
