package io.mallhub.simulator.admin;

import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.Protocol;
import io.mallhub.simulator.oracle.CallCounter;
import io.mallhub.simulator.oracle.Commit;
import io.mallhub.simulator.oracle.CommitLog;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was committed and called. */
@RestController
@RequestMapping("/admin/oracle")
class OracleAdmin {

    private final CommitLog commits;
    private final CallCounter calls;

    OracleAdmin(CommitLog commits, CallCounter calls) {
        this.commits = commits;
        this.calls = calls;
    }

    @GetMapping("/commits")
    List<Commit> commits(
            @RequestParam @Nullable Operation operation, @RequestParam @Nullable String reference) {
        return commits.commits(operation, reference);
    }

    @GetMapping("/counts")
    Map<String, Long> counts(@RequestParam Operation operation) {
        return commits.counts(operation);
    }

    @GetMapping("/calls")
    Map<Operation, Map<Protocol, Long>> calls() {
        return calls.counts();
    }

    @PostMapping("/reset")
    void reset() {
        commits.forget();
        calls.reset();
    }
}
