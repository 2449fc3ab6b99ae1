package io.mallhub.simulator.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Sends visitors without a login to the login page. */
@Component
public class OfficeGate implements HandlerInterceptor {

    static final String USER = "office.user";

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(USER) != null) {
            return true;
        }
        response.sendRedirect("/office/login");
        return false;
    }
}
