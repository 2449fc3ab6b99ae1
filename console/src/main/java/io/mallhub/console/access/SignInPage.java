package io.mallhub.console.access;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SignInPage {
    @GetMapping(ConsoleDoor.SIGN_IN)
    String signIn() {
        return "console/access/sign-in";
    }
}
