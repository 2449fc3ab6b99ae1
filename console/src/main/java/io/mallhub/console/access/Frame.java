package io.mallhub.console.access;

import io.mallhub.identity.StaffView;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The frame around a page, as {@code frame} in templates.
 *
 * @param me who is signed in
 * @param menu the pages this person may read
 * @param current the page that is open
 * @param badges open tasks this person could take, by page; unread notices
 */
public record Frame(
        StaffView me, List<ConsolePage> menu, ConsolePage current, Map<ConsolePage, Long> badges) {

    /** Whether to offer an act; the door decides again. */
    public boolean may(String act) {
        return ConsoleAct.valueOf(act).isOpenTo(me);
    }

    /** Whether to link to a page. */
    public boolean sees(String page) {
        return menu.contains(ConsolePage.valueOf(page));
    }

    public long badge(ConsolePage page) {
        return badges.getOrDefault(page, 0L);
    }

    public Set<String> groups() {
        return me.groups();
    }
}
