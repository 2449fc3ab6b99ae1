package io.mallhub.console.distribution;

import io.mallhub.distribution.ShareLink;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The whole address of a link: below where readers of notices reach the mall, or else below where
 * this page was reached.
 */
@Component
class LinkAddresses {
    private final String base;

    LinkAddresses(@Value("${mallhub.notifications.base-url:}") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    String of(ShareLink link) {
        String mall =
                base.isEmpty()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        : base;
        return mall + link.path();
    }
}
