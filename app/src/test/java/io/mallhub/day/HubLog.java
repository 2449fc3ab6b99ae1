package io.mallhub.day;

import io.mallhub.story.RunningMall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What the hub logs from now on. */
final class HubLog {
    private static final Pattern ERROR = Pattern.compile("^\\S+ +ERROR .*");

    private final Path file;
    private final int before;

    private HubLog(Path file) {
        this.file = file;
        this.before = lines().size();
    }

    static HubLog of(RunningMall mall) {
        return new HubLog(mall.log());
    }

    List<String> errors() {
        return lines().stream().skip(before).filter(ERROR.asMatchPredicate()).toList();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
