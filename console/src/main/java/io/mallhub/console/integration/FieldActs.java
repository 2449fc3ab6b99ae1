package io.mallhub.console.integration;

import io.mallhub.binding.Connections;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldOwner;
import io.mallhub.conflict.FieldOwners;
import io.mallhub.console.access.Missing;
import io.mallhub.identity.StaffView;
import io.mallhub.webkit.Notice;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who owns the fields of what a connection brings. */
@Controller
class FieldActs {
    private final Connections connections;
    private final FieldOwners owners;

    FieldActs(Connections connections, FieldOwners owners) {
        this.connections = connections;
        this.owners = owners;
    }

    @PostMapping("/console/integration/connections/{name}/fields")
    String change(
            @PathVariable String name,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        if (connections.connection(name).isEmpty()) {
            throw new Missing("connection " + name);
        }
        for (Field field : Field.values()) {
            String owner = form.get(field.name());
            if (owner != null) {
                owners.change(name, field, FieldOwner.valueOf(owner), me.actor());
            }
        }
        Notice.done(redirect, "console.notice.fields-saved", name);
        return "redirect:/console/integration/connections/{name}";
    }
}
