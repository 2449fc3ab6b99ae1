package io.mallhub.console.administration;

import io.mallhub.console.access.ConsoleArea;
import io.mallhub.console.access.ConsolePage;
import io.mallhub.webkit.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Permissions in the words of the menu, and in its order. */
@Component
public class PermissionNames {
    private static final List<Line> LINES =
            Arrays.stream(ConsoleArea.values())
                    .flatMap(area -> area.pages().stream())
                    .flatMap(PermissionNames::lines)
                    .toList();

    private final Words words;

    PermissionNames(Words words) {
        this.words = words;
    }

    private static Stream<Line> lines(ConsolePage page) {
        return Stream.concat(
                Stream.of(new Line(page.permission(), page.key(), false)),
                page.acts().stream().map(act -> new Line(act.permission(), act.key(), true)));
    }

    /** What an older release knew keeps its code. */
    public String of(String permission) {
        return LINES.stream()
                .filter(line -> line.code().equals(permission))
                .findFirst()
                .map(this::text)
                .orElse(permission);
    }

    public List<String> of(Collection<String> permissions) {
        List<String> names = new ArrayList<>();
        LINES.stream()
                .filter(line -> permissions.contains(line.code()))
                .forEach(line -> names.add(text(line)));
        permissions.stream()
                .filter(code -> LINES.stream().noneMatch(line -> line.code().equals(code)))
                .sorted()
                .forEach(names::add);
        return names;
    }

    private String text(Line line) {
        String name = words.code(line.key());
        return line.act() ? name : words.message("console.role.page-of", name);
    }

    private record Line(String code, String key, boolean act) {}
}
