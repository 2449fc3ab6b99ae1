package io.mallhub.binding.internal;

import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.ErpPage.BadRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a flow that reads a list by its cursor relies on. */
final class ListContracts<T> {
    private static final int SMALL = 7;
    private static final int MANY = 12 * SMALL;
    private static final int LARGE = 200;
    private static final Instant TO_COME = Instant.parse("2099-01-01T00:00:00Z");

    private final Entity entity;
    private final BiFunction<Cursor, Integer, ErpPage<T>> pages;
    private final Function<T, String> key;
    private final CheckNotes notes;

    ListContracts(
            Entity entity,
            BiFunction<Cursor, Integer, ErpPage<T>> pages,
            Function<T, String> key,
            CheckNotes notes) {
        this.entity = entity;
        this.pages = pages;
        this.key = key;
        this.notes = notes;
    }

    /**
     * @param breaking makes the next reply of the list break off; empty where nothing can
     */
    void check(Optional<Breaking> breaking) {
        if (!in(Contract.READABLE, this::readable)) {
            return;
        }
        in(Contract.PAGE_EDGES, this::pageEdges);
        in(Contract.IN_ORDER, this::inOrder);
        in(Contract.SAME_MOMENT, this::sameMoment);
        in(Contract.ONLY_NEW, this::onlyNew);
        in(
                Contract.BROKEN_REPLY,
                () ->
                        breaking.isPresent()
                                ? brokenReply(breaking.get())
                                : Finding.notApplicable(Reason.NO_FAULTS));
    }

    private boolean in(Contract contract, CheckNotes.Checking checking) {
        return notes.check(entity, Depth.IN, contract, checking);
    }

    private Finding readable() {
        ErpPage<T> page = pages.apply(Cursor.START, MANY);
        if (page.records().isEmpty() && page.bad().isEmpty()) {
            return Finding.notApplicable(Reason.NO_RECORDS);
        }
        if (page.records().isEmpty()) {
            return Finding.failed(Reason.BAD_RECORDS, page.bad().getFirst().reason());
        }
        String bad =
                page.bad().isEmpty()
                        ? ""
                        : " · " + page.bad().size() + ": " + page.bad().getFirst().reason();
        return Finding.passed(page.records().size() + bad);
    }

    /** Once more where it differs: people work in the ERP meanwhile. */
    private Finding pageEdges() {
        Finding first = sameInSmallPages();
        return first.reason() == Reason.NONE ? first : sameInSmallPages();
    }

    private Finding sameInSmallPages() {
        List<String> large = keys(walk(LARGE));
        List<String> small = keys(walk(SMALL));
        List<String> lost = new ArrayList<>(large.subList(0, Math.min(MANY, large.size())));
        Set<String> seen = new HashSet<>(small);
        lost.removeAll(seen);
        if (!lost.isEmpty()) {
            return Finding.failed(Reason.LOST, shown(lost));
        }
        if (seen.size() < small.size()) {
            List<String> doubled = new ArrayList<>(small);
            seen.forEach(doubled::remove);
            return Finding.failed(Reason.DOUBLED, shown(doubled));
        }
        return Finding.passed(Integer.toString(small.size()));
    }

    private Finding inOrder() {
        Instant latest = Instant.MIN;
        for (ErpPage<T> page : walk(SMALL)) {
            Instant at = page.next().changedAt();
            if (isWalk(page.next())) {
                return Finding.notApplicable(Reason.OTHER_PAGING);
            }
            if (at != null && at.isBefore(latest)) {
                return Finding.failed(Reason.BACKWARDS, latest + " > " + at);
            }
            latest = at == null ? latest : at;
        }
        return Finding.PASSED;
    }

    /** The overlap of every poll begins this way: what shares the moment must not be passed by. */
    private Finding sameMoment() {
        ErpPage<T> page = pages.apply(Cursor.START, SMALL);
        Instant at = page.next().changedAt();
        if (isWalk(page.next()) || at == null) {
            return Finding.notApplicable(Reason.OTHER_PAGING);
        }
        String last = keys(List.of(page)).getLast();
        return keys(List.of(pages.apply(new Cursor(at, ""), LARGE))).contains(last)
                ? Finding.passed(at.toString())
                : Finding.failed(Reason.LOST, last + " " + at);
    }

    private Finding onlyNew() {
        List<String> none = keys(List.of(pages.apply(new Cursor(TO_COME, ""), SMALL)));
        return none.isEmpty() ? Finding.PASSED : Finding.failed(Reason.STILL_THERE, shown(none));
    }

    private Finding brokenReply(Breaking breaking) throws IOException {
        List<String> whole = keys(List.of(pages.apply(Cursor.START, SMALL)));
        try (SimulatorFaults.Switched broken = breaking.next()) {
            List<String> cut = keys(List.of(pages.apply(Cursor.START, SMALL)));
            return Finding.failed(Reason.NOT_NOTICED, shown(cut));
        } catch (ErpFault.Unavailable e) {
            return keys(List.of(pages.apply(Cursor.START, SMALL))).containsAll(whole)
                    ? Finding.passed(String.valueOf(e.getMessage()))
                    : Finding.failed(Reason.LOST, shown(whole));
        }
    }

    private static boolean isWalk(Cursor cursor) {
        return cursor.key().startsWith("#walk:");
    }

    /** As many pages as it takes for the first {@link #MANY} records. */
    private List<ErpPage<T>> walk(int size) {
        List<ErpPage<T>> walked = new ArrayList<>();
        Cursor at = Cursor.START;
        int records = 0;
        boolean more = true;
        while (more && records < MANY && walked.size() < MANY) {
            ErpPage<T> page = pages.apply(at, size);
            walked.add(page);
            records += page.records().size() + page.bad().size();
            at = page.next();
            more = page.more();
        }
        return walked;
    }

    private List<String> keys(List<ErpPage<T>> walked) {
        List<String> keys = new ArrayList<>();
        for (ErpPage<T> page : walked) {
            page.records().forEach(record -> keys.add(key.apply(record)));
            page.bad().stream().map(BadRecord::key).forEach(keys::add);
        }
        return keys;
    }

    private static String shown(List<String> keys) {
        return String.join(", ", keys.subList(0, Math.min(10, keys.size())))
                + (keys.size() > 10 ? " … (" + keys.size() + ")" : "");
    }

    @FunctionalInterface
    interface Breaking {
        SimulatorFaults.Switched next() throws IOException;
    }
}
