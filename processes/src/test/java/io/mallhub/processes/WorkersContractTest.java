package io.mallhub.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.bpmn.Diagrams;
import io.mallhub.identity.Role;
import io.mallhub.processes.engine.Worker;
import io.mallhub.processes.fixture.ProcessTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Diagrams and code need each other whole. */
class WorkersContractTest extends ProcessTest {
    @Autowired private List<Worker<?>> workers;

    @Test
    void everyJobTypeHasOneWorkerAndEveryWorkerAJobType() {
        assertThat(workers.stream().map(w -> w.type().name()))
                .containsExactlyInAnyOrderElementsOf(
                        inDiagrams("taskDefinition type=\"([^\"]+)\""));
    }

    @Test
    void candidateGroupsAreRoles() {
        List<String> roles = Arrays.stream(Role.values()).map(Role::group).toList();
        assertThat(inDiagrams("candidateGroups=\"([^\"]+)\"")).isNotEmpty().isSubsetOf(roles);
        assertThat(inDiagrams("header key=\"group\" value=\"([^\"]+)\"")).isSubsetOf(roles);
    }

    private static Set<String> inDiagrams(String pattern) {
        Set<String> found = new TreeSet<>();
        for (String resource : Diagrams.RESOURCES) {
            Matcher matcher = Pattern.compile(pattern).matcher(read(resource));
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }

    private static String read(String resource) {
        try (InputStream in = Diagrams.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
