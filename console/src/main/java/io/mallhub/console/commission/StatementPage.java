package io.mallhub.console.commission;

import io.mallhub.commission.StatementView;
import io.mallhub.commission.Statements;
import io.mallhub.console.access.Missing;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A statement as one thread: lines with their proof, disputes, approvals, voucher, payment. */
@Controller
@RequestMapping("/console/commission/{number}")
class StatementPage {
    private final Statements statements;
    private final Tasks tasks;
    private final Instances instances;

    StatementPage(Statements statements, Tasks tasks, Instances instances) {
        this.statements = statements;
        this.tasks = tasks;
        this.instances = instances;
    }

    @GetMapping
    String statement(@PathVariable String number, Model model) {
        StatementView statement =
                statements.statement(number).orElseThrow(() -> new Missing("statement " + number));
        model.addAttribute("statement", statement);
        model.addAttribute("differences", statements.prove(number));
        model.addAttribute("tasks", tasks.openFor(number));
        model.addAttribute("instances", instances.about(number));
        return "console/commission/statement";
    }
}
