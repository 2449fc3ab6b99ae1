package io.mallhub.console.operations;

import io.mallhub.console.tasks.TaskViews;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Spreadsheet;
import io.mallhub.webkit.Times;
import io.mallhub.webkit.Words;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Instances as an Excel file. */
@Component
class InstanceSheet {
    private final Words words;
    private final Times times;
    private final TaskViews names;

    InstanceSheet(Words words, Times times, TaskViews names) {
        this.words = words;
        this.times = times;
        this.names = names;
    }

    ResponseEntity<byte[]> of(Rows<InstanceRow> rows) {
        return new Spreadsheet<InstanceRow>("instances")
                .column(words.code("console.instance.key"), row -> String.valueOf(row.key()))
                .column(
                        words.code("console.instance.process"),
                        row -> words.code("process." + row.process()))
                .column(words.code("console.instance.version"), InstanceRow::version)
                .column(words.code("console.instance.business"), InstanceRow::businessNumber)
                .column(words.code("console.instance.customer"), InstanceRow::subject)
                .column(words.code("console.list.state"), row -> words.of(row.state()))
                .column(
                        words.code("console.instance.at"),
                        row ->
                                row.currentElements().stream()
                                        .map(names::elementName)
                                        .collect(Collectors.joining(", ")))
                .column(words.code("console.instance.incidents"), InstanceRow::incidents)
                .column(words.code("console.instance.started"), row -> times.text(row.startedAt()))
                .column(words.code("console.instance.ended"), row -> times.text(row.endedAt()))
                .of(rows, words);
    }
}
