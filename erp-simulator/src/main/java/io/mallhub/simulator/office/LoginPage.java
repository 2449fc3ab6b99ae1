package io.mallhub.simulator.office;

import io.mallhub.simulator.SimulatorSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Login and logout of the demo user. */
@Controller
class LoginPage {

    private final SimulatorSettings settings;

    LoginPage(SimulatorSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/office";
    }

    @GetMapping("/office")
    String office() {
        return "redirect:/office/orders";
    }

    @GetMapping("/office/login")
    String page() {
        return "login";
    }

    @PostMapping("/office/login")
    String login(
            @RequestParam String user,
            @RequestParam String password,
            HttpServletRequest request,
            Model model) {
        if (!same(user, settings.officeUser()) || !same(password, settings.officePassword())) {
            model.addAttribute("error", "用户名或密码错误 / wrong user or password");
            return "login";
        }
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute(OfficeGate.USER, user);
        return "redirect:/office/orders";
    }

    @PostMapping("/office/logout")
    String logout(HttpSession session) {
        session.invalidate();
        return "redirect:/office/login";
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
