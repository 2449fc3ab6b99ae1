package io.mallhub.console.returns;

import io.mallhub.bpmn.SalesReturn;
import io.mallhub.console.access.Missing;
import io.mallhub.console.tasks.Answer;
import io.mallhub.console.tasks.TaskDesk;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks;
import io.mallhub.returns.Disposition;
import io.mallhub.returns.InspectReturn;
import io.mallhub.returns.ReturnPhotos;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.ActOutcome;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import io.mallhub.shared.Quantity;
import io.mallhub.webkit.Notice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inspection as entered on the tablet: what is wrong comes back with what was typed. */
@Controller
class InspectionActs {
    private final Returns returns;
    private final ReturnPhotos photos;
    private final Tasks tasks;
    private final TaskDesk desk;

    InspectionActs(Returns returns, ReturnPhotos photos, Tasks tasks, TaskDesk desk) {
        this.returns = returns;
        this.photos = photos;
        this.tasks = tasks;
        this.desk = desk;
    }

    @PostMapping("/console/returns/{number}/inspection")
    String inspect(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffView me,
            Model model,
            RedirectAttributes redirect) {
        ReturnView view = returns.find(number).orElseThrow(() -> new Missing("return " + number));
        Optional<TaskView> task =
                tasks.openFor(number).stream()
                        .filter(it -> it.element().equals(SalesReturn.INSPECTION))
                        .findFirst();
        List<LineProblem> problems = new ArrayList<>();
        Optional<String> refusal =
                task.isEmpty()
                        ? Optional.of("console.notice.return-moved-on")
                        : desk.decide(
                                task.get(),
                                Answer.of("done", ""),
                                me,
                                it -> record(command(view, form, me), problems));
        if (!problems.isEmpty()) {
            model.addAttribute("view", view);
            model.addAttribute("photos", photos.of(number));
            model.addAttribute("dispositions", Disposition.values());
            model.addAttribute("entered", form);
            model.addAttribute("problems", problems);
            return "console/returns/inspection";
        }
        Notice.tell(redirect, refusal, "console.notice.return-inspected", number);
        return "redirect:/console/returns/{number}";
    }

    private Optional<String> record(InspectReturn command, List<LineProblem> problems) {
        ActOutcome outcome = returns.inspect(command);
        if (outcome instanceof ActOutcome.Refused refused) {
            problems.addAll(refused.problems());
        }
        return Refusal.of(outcome);
    }

    private static InspectReturn command(ReturnView view, Map<String, String> form, StaffView me) {
        List<InspectReturn.Line> lines = new ArrayList<>();
        for (ReturnView.Line line : view.lines()) {
            Map<Disposition, Quantity> split = new EnumMap<>(Disposition.class);
            for (Disposition disposition : Disposition.values()) {
                Quantity.typed(form.getOrDefault(disposition + "-" + line.number(), "0"))
                        .ifPresent(part -> split.put(disposition, part));
            }
            lines.add(
                    new InspectReturn.Line(
                            form.getOrDefault("batch-" + line.number(), ""),
                            split,
                            form.getOrDefault("note-" + line.number(), "")));
        }
        return new InspectReturn(view.number(), lines, me.actor());
    }
}
