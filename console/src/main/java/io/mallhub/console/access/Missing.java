package io.mallhub.console.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such record: the page says so and where to look. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Missing(String what) {
        super("There is no " + what);
    }
}
