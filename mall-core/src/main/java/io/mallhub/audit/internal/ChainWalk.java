package io.mallhub.audit.internal;

import io.mallhub.audit.BrokenLink;
import io.mallhub.audit.RecordedEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Walks the log from the first entry to the head and computes every link again. */
@Component
class ChainWalk {
    private static final int STRIDE = 1_000;

    private final EntryTable table;
    private final Chain chain;

    ChainWalk(EntryTable table, Chain chain) {
        this.table = table;
        this.chain = chain;
    }

    /** The head is read first: what is appended during the walk lies behind it. */
    Optional<BrokenLink> firstBroken() {
        Head head = table.head();
        if (head.sequence() > 0 && !isSigned(head)) {
            return broken(head.sequence(), "the head is not signed with this installation's key");
        }
        long reached = 0;
        String hash = "";
        while (reached < head.sequence()) {
            List<LinkedEntry> stride = table.after(reached, STRIDE);
            if (stride.isEmpty()) {
                return broken(reached + 1, "cut: the head says " + head.sequence());
            }
            for (LinkedEntry next : stride) {
                RecordedEntry entry = next.recorded();
                if (entry.sequence() != reached + 1) {
                    return broken(reached + 1, "missing: the next entry is " + entry.sequence());
                }
                if (!linkOf(hash, next).equals(entry.hash())) {
                    return broken(entry.sequence(), "edited or reordered: its hash does not fit");
                }
                reached = entry.sequence();
                hash = entry.hash();
                if (reached == head.sequence()) {
                    break;
                }
            }
        }
        if (!hash.equals(head.hash())) {
            return broken(reached, "the head does not fit the last entry");
        }
        return head.sequence() == 0 && !table.after(0, 1).isEmpty()
                ? broken(1, "the head was set back")
                : Optional.empty();
    }

    private boolean isSigned(Head head) {
        return chain.signature(head.sequence(), head.hash()).equals(head.signature());
    }

    private String linkOf(String previous, LinkedEntry linked) {
        RecordedEntry entry = linked.recorded();
        return chain.link(previous, entry.sequence(), entry.at(), entry.entry(), linked.details());
    }

    private static Optional<BrokenLink> broken(long sequence, String why) {
        return Optional.of(new BrokenLink(sequence, why));
    }
}
