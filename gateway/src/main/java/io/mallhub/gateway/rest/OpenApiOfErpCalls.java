package io.mallhub.gateway.rest;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract of the REST interface, OpenAPI 3.1. A test holds it and the code in step. */
@RestController
class OpenApiOfErpCalls {
    static final String FILE = "openapi/erp.yaml";

    @GetMapping("/erp-api/openapi.yaml")
    ResponseEntity<Resource> document() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .body(new ClassPathResource(FILE));
    }
}
