package io.mallhub.console.access;

import io.mallhub.identity.DeclaredPermissions;
import io.mallhub.identity.Permission;
import io.mallhub.identity.Permission.Reach;
import io.mallhub.identity.PermissionConflict;
import io.mallhub.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What there is to be permitted in the console: its pages and its acts. */
@Component
class ConsolePermissions implements DeclaredPermissions {
    private static final List<Permission> ALL =
            Stream.concat(
                            Arrays.stream(ConsolePage.values()).map(ConsolePage::declared),
                            Arrays.stream(ConsoleAct.values()).map(ConsoleAct::declared))
                    .toList();

    /** Who prepares something, and who says yes to it or gains by it. */
    private static final List<PermissionConflict> CONFLICTS =
            List.of(
                    pair("payee", ConsoleAct.ENTER_PAYEE, ConsoleAct.CONFIRM_PAYEE),
                    pair("payee-file", ConsoleAct.ENTER_PAYEE, ConsoleAct.MAKE_PAYMENT_FILE),
                    pair("payout", ConsoleAct.REQUEST_PAYOUT, ConsoleAct.DECIDE_PAYOUT_TASK),
                    pair("top-up", ConsoleAct.RECORD_TOP_UP, ConsoleAct.DECIDE_TOP_UP),
                    pair("receipt", ConsoleAct.RECORD_RECEIPT, ConsoleAct.DECIDE_RECEIPT),
                    pair("floor", ConsoleAct.PUBLISH_PRICE_LIST, ConsoleAct.SET_FLOORS),
                    pair("floor-one", ConsoleAct.PUBLISH_PRICE_LIST, ConsoleAct.SET_FLOOR),
                    pair("agreed-floor", ConsoleAct.AGREE_PRICE, ConsoleAct.SET_FLOOR),
                    pair("credit", ConsoleAct.SET_CREDIT, ConsoleAct.DECIDE_ORDER_TASK),
                    pair("goods-back", ConsoleAct.RECEIVE_RETURN, ConsoleAct.INSPECT_RETURN),
                    pair("recall", ConsoleAct.OPEN_RECALL, ConsoleAct.UNLOCK_BATCH),
                    pair("exemption", ConsoleAct.PUT_PROMOTION, ConsoleAct.EXEMPT_PROMOTION),
                    pair(
                            "gift-policy",
                            ConsoleAct.PROPOSE_GIFT_POLICY,
                            ConsoleAct.DECIDE_GIFT_POLICY));

    private static PermissionConflict pair(String code, ConsoleAct one, ConsoleAct other) {
        return new PermissionConflict(code, one.permission(), other.permission());
    }

    static Reach reach(boolean key, Set<Role> usual) {
        if (key) {
            return Reach.KEYS;
        }
        return usual.size() == Role.values().length ? Reach.EVERYBODY : Reach.ROLES;
    }

    @Override
    public List<Permission> permissions() {
        return ALL;
    }

    @Override
    public List<PermissionConflict> conflicts() {
        return CONFLICTS;
    }
}
