package io.mallhub.storefront.security;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {
    @GetMapping("/login")
    String page() {
        return "storefront/login";
    }
}
