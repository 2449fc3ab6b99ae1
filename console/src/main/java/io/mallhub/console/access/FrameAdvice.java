package io.mallhub.console.access;

import io.mallhub.identity.StaffView;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.Notifications;
import io.mallhub.processes.Tasks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Puts {@code frame} into the model of every console page that is drawn whole. */
@ControllerAdvice("io.mallhub.console")
class FrameAdvice {
    private final Tasks tasks;

    private final Notifications notifications;

    FrameAdvice(Tasks tasks, Notifications notifications) {
        this.tasks = tasks;
        this.notifications = notifications;
    }

    @ModelAttribute("frame")
    @Nullable Frame frame(
            @AuthenticationPrincipal @Nullable StaffView me, HttpServletRequest request) {
        boolean drawn =
                "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null;
        if (me == null) {
            return null;
        }
        var menu = Arrays.stream(ConsolePage.values()).filter(page -> page.isOpenTo(me));
        ConsolePage current = ConsolePage.of(request.getRequestURI()).orElse(ConsolePage.HOME);
        return new Frame(me, menu.toList(), current, drawn ? badges(me) : Map.of());
    }

    private Map<ConsolePage, Long> badges(StaffView me) {
        Map<ConsolePage, Long> badges = new EnumMap<>(ConsolePage.class);
        tasks.openCounts(me)
                .forEach((element, count) -> badges.merge(TaskHome.of(element), count, Long::sum));
        badges.put(ConsolePage.NOTICES, (long) notifications.unread(Inbox.of(me)));
        return badges;
    }
}
