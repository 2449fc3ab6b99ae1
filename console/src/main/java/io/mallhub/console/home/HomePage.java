package io.mallhub.console.home;

import io.mallhub.console.access.ConsolePage;
import io.mallhub.console.tasks.TaskScope;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Pulse;
import io.mallhub.processes.Tasks;
import io.mallhub.shared.PageRequest;
import io.mallhub.webkit.Times;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePage {
    private final Tasks tasks;
    private final Trouble trouble;
    private final Pulse pulse;
    private final Times times;
    private final Clients clients;

    HomePage(Tasks tasks, Trouble trouble, Pulse pulse, Times times, Clients clients) {
        this.tasks = tasks;
        this.trouble = trouble;
        this.pulse = pulse;
        this.times = times;
        this.clients = clients;
    }

    @GetMapping("/console")
    String home(@AuthenticationPrincipal StaffView me, Model model) {
        var waiting = tasks.page(TaskScope.ALL.query(me, null, null, null), byDue(8));
        model.addAttribute("waiting", waiting);
        model.addAttribute("counts", tasks.openCounts(me));
        model.addAttribute(
                "mine", tasks.page(TaskScope.MINE.query(me, null, null, null), byDue(1)).total());
        if (ConsolePage.OPERATIONS.isOpenTo(me)) {
            model.addAttribute("trouble", trouble.now());
            model.addAttribute("curves", new Curves(pulse.lastDay(), times.zone()));
        }
        if (me.roles().contains(Role.SALESPERSON)) {
            model.addAttribute("clients", clients.of(me));
        }
        return "console/home/home";
    }

    private static PageRequest byDue(int size) {
        return new PageRequest(0, size, "due");
    }
}
