package io.mallhub.storefront.payments;

import io.mallhub.payment.PaymentNotices;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the provider tells of payments. Anybody may call: the signature decides. {@code success}
 * means it need not be told again; what was refused for its content is kept, and is success too.
 */
@RestController
class NoticeEndpoint {
    /** A real notice has about 2 kB and 30 fields. */
    private static final long LARGEST = 32 * 1024;

    private static final int MOST_FIELDS = 100;

    /** The provider's own words for it. */
    private static final String TAKEN = "success";

    private static final String AGAIN = "failure";

    private final PaymentNotices notices;

    NoticeEndpoint(PaymentNotices notices) {
        this.notices = notices;
    }

    @PostMapping(
            path = "/payments/notify/{provider}",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> notice(@PathVariable String provider, HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length < 0 || length > LARGEST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, AGAIN);
        }
        Map<String, String[]> given = request.getParameterMap();
        if (given.size() > MOST_FIELDS) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, AGAIN);
        }
        Map<String, String> fields = new HashMap<>();
        for (Map.Entry<String, String[]> field : given.entrySet()) {
            if (field.getValue().length != 1) {
                return answer(HttpStatus.BAD_REQUEST, AGAIN); // said twice: which one is signed?
            }
            fields.put(field.getKey(), field.getValue()[0]);
        }
        return notices.receive(fields).isPresent()
                ? answer(HttpStatus.OK, TAKEN)
                : answer(HttpStatus.BAD_REQUEST, AGAIN);
    }

    private static ResponseEntity<String> answer(HttpStatus status, String words) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(words);
    }
}
