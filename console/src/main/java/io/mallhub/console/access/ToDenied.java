package io.mallhub.console.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * 403 with the page that says which permission is missing; a page that is too old is another case.
 */
class ToDenied implements AccessDeniedHandler {
    private final AccessDeniedHandlerImpl notPermitted = new AccessDeniedHandlerImpl();
    private final AccessDeniedHandlerImpl tooOld = new AccessDeniedHandlerImpl();

    ToDenied(String page) {
        notPermitted.setErrorPage(page);
    }

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException) {
            tooOld.handle(request, response, refusal);
        } else {
            notPermitted.handle(request, response, refusal);
        }
    }
}
