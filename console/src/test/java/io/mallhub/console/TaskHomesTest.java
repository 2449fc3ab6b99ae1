package io.mallhub.console;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.bpmn.OnlineRefund;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.bpmn.SyncDecision;
import io.mallhub.console.access.ConsoleAct;
import io.mallhub.console.access.ConsolePage;
import io.mallhub.console.access.TaskHome;
import io.mallhub.identity.Role;
import io.mallhub.processes.TaskView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.AntPathMatcher;

/** Every user task of every diagram has a page, and whoever it is for gets there and may act. */
class TaskHomesTest {
    private static final Pattern TASK =
            Pattern.compile(
                    "(?s)<bpmn:userTask id=\"([^\"]+)\".*?candidateGroups=\"([^\"]+)\".*?</bpmn:userTask>");
    private static final Pattern ESCALATION =
            Pattern.compile(
                    "key=\"element\" value=\"([^\"]+)\"\\s*/>\\s*<zeebe:header key=\"group\" value=\"([^\"]+)\"");

    private static final Map<String, Set<ConsolePage>> HOMES =
            Map.ofEntries(
                    entry(
                            CustomerRegistration.ID,
                            Set.of(ConsolePage.COMPLIANCE, ConsolePage.OPERATIONS)),
                    entry(QualificationRenewal.ID, Set.of(ConsolePage.COMPLIANCE)),
                    entry(OrderApproval.ID, Set.of(ConsolePage.ORDERS)),
                    entry(SalesReturn.ID, Set.of(ConsolePage.RETURNS)),
                    entry(CommissionStatement.ID, Set.of(ConsolePage.COMMISSION)),
                    entry(SyncDecision.ID, Set.of(ConsolePage.CONFLICTS)),
                    entry(OnlineRefund.ID, Set.of(ConsolePage.PAYMENTS)));

    /**
     * @param roles of its groups, also of the one it escalates to
     */
    record Task(String process, String element, Set<Role> roles) {
        @Override
        public String toString() {
            return process + " " + element;
        }
    }

    static List<Task> tasks() throws IOException {
        List<Task> all = new ArrayList<>();
        try (Stream<Path> diagrams = Files.walk(Path.of("../bpmn/src/main/resources/bpmn"))) {
            for (Path diagram : diagrams.filter(it -> it.toString().endsWith(".bpmn")).toList()) {
                String process = diagram.getFileName().toString().replace(".bpmn", "");
                String xml = Files.readString(diagram);
                Map<String, String> escalations =
                        ESCALATION
                                .matcher(xml)
                                .results()
                                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2)));
                Matcher task = TASK.matcher(xml);
                while (task.find()) {
                    String element = task.group(1);
                    Stream<String> groups = Arrays.stream(task.group(2).split("\\s*,\\s*"));
                    all.add(
                            new Task(
                                    process,
                                    element,
                                    Stream.concat(
                                                    groups,
                                                    Stream.ofNullable(escalations.get(element)))
                                            .map(TaskHomesTest::role)
                                            .collect(Collectors.toSet())));
                }
            }
        }
        assertThat(all).hasSizeGreaterThan(25);
        assertThat(all).anyMatch(it -> it.roles().size() > 1);
        return all;
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskLeadsToThePageOfWhatItIsAbout(Task task) {
        assertThat(TaskHome.of(task.element())).isIn(HOMES.get(task.process()));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void whoeverATaskIsForSeesItsPageAndMayActThere(Task task) {
        AntPathMatcher paths = new AntPathMatcher();
        String act = TaskHome.href(view(task)) + "/tasks/5/decision";

        assertThat(TaskHome.of(task.element()).roles()).containsAll(task.roles());
        assertThat(
                        Arrays.stream(ConsoleAct.values())
                                .filter(it -> paths.match(it.path(), act))
                                .findFirst())
                .hasValueSatisfying(door -> assertThat(door.roles()).containsAll(task.roles()));
    }

    private static Role role(String group) {
        return Arrays.stream(Role.values())
                .filter(it -> it.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static TaskView view(Task task) {
        return new TaskView(
                5,
                task.process(),
                task.element(),
                task.element(),
                "N1",
                "Company",
                null,
                List.of(),
                50,
                StandingMall.NOW,
                null,
                TaskView.State.OPEN,
                1);
    }
}
