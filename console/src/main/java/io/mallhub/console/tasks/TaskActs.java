package io.mallhub.console.tasks;

import io.mallhub.console.access.TaskHome;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.TaskView;
import io.mallhub.webkit.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a task or puts it back, on whichever page of a business number it stands. */
@Controller
@RequestMapping({
    "/console/compliance/{number}/tasks/{key}",
    "/console/orders/{number}/tasks/{key}",
    "/console/compliance/renewals/{number}/tasks/{key}",
    "/console/commission/{number}/tasks/{key}",
    "/console/returns/{number}/tasks/{key}",
    "/console/conflicts/{number}/tasks/{key}"
})
class TaskActs {
    private final TaskDesk desk;

    TaskActs(TaskDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/claim")
    String claim(
            @PathVariable String number,
            @PathVariable long key,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        TaskView task = desk.open(key, number);
        Notice.tell(redirect, desk.claim(task, me), "console.notice.claimed", number);
        return backTo(task);
    }

    @PostMapping("/release")
    String release(
            @PathVariable String number,
            @PathVariable long key,
            @AuthenticationPrincipal StaffView me,
            RedirectAttributes redirect) {
        TaskView task = desk.open(key, number);
        Notice.tell(redirect, desk.release(task, me), "console.notice.released", number);
        return backTo(task);
    }

    private static String backTo(TaskView task) {
        return "redirect:" + TaskHome.href(task);
    }
}
