package io.mallhub.console.operations;

import io.mallhub.console.tasks.TaskViews;
import io.mallhub.processes.InstanceSearch;
import io.mallhub.processes.InstanceSearch.Criteria;
import io.mallhub.processes.InstanceSearch.Cursor;
import io.mallhub.processes.InstanceSearch.Slice;
import io.mallhub.processes.Instances.InstanceRow;
import io.mallhub.webkit.Rows;
import io.mallhub.webkit.Rows.Extent;
import io.mallhub.webkit.Spreadsheets;
import io.mallhub.webkit.Words;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Found instances as an Excel file. */
@Component
class InstanceSheet {
    private final InstanceSearch search;
    private final Spreadsheets sheets;
    private final Words words;
    private final TaskViews names;

    InstanceSheet(InstanceSearch search, Spreadsheets sheets, Words words, TaskViews names) {
        this.search = search;
        this.sheets = sheets;
        this.words = words;
        this.names = names;
    }

    ResponseEntity<byte[]> of(Criteria criteria) {
        return sheets.<InstanceRow>of("instances")
                .column("console.instance.key", row -> String.valueOf(row.key()))
                .column("console.instance.process", row -> words.code("process." + row.process()))
                .column("console.instance.version", InstanceRow::version)
                .column("console.instance.business", InstanceRow::businessNumber)
                .column("console.instance.customer", InstanceRow::subject)
                .column("console.list.state", InstanceRow::state)
                .column(
                        "console.instance.at",
                        row ->
                                row.currentElements().stream()
                                        .map(names::elementName)
                                        .collect(Collectors.joining(", ")))
                .column("console.instance.incidents", InstanceRow::incidents)
                .column("console.instance.started", InstanceRow::startedAt)
                .column("console.instance.ended", InstanceRow::endedAt)
                .file(each -> found(criteria, each));
    }

    private Extent found(Criteria criteria, Consumer<? super InstanceRow> each) {
        long shown = 0;
        Cursor next = null;
        do {
            Slice slice = search.find(criteria, next, 200);
            slice.items().forEach(each);
            shown += slice.items().size();
            next = slice.next();
        } while (next != null && shown < Rows.MOST);
        return new Extent(shown, next == null ? shown : search.count(criteria, Integer.MAX_VALUE));
    }
}
