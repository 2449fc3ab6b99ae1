package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.CallRefused;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What no other handler takes is answered like any other refusal. */
@RestController
class UnknownPathsOfErpApi {
    @RequestMapping("/erp-api/**")
    void unknown() {
        throw CallRefused.because(404, "path.unknown", "");
    }
}
