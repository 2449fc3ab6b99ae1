package io.mallhub.console.access;

import io.mallhub.identity.Permission;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What may be done in the console (every POST) and by whom usually: the house can say otherwise
 * ({@link io.mallhub.identity.TeamRoles}). A POST that no act names is refused. Which of the open
 * tasks a person may decide is held by the task itself (candidate groups, four eyes); this table is
 * the outer door.
 */
public enum ConsoleAct {
    REVIEW_APPLICATION("/console/compliance/**", Role.QUALITY, Role.QUALITY_HEAD),
    DECIDE_ORDER_TASK(
            "/console/orders/*/tasks/**",
            Role.SALES,
            Role.FINANCE,
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.OPERATOR,
            Role.INTEGRATION),
    CHANGE_ORDER("/console/orders/*/change", Role.SALES),
    CANCEL_ORDER("/console/orders/*/cancel", Role.SALES),
    CANCEL_PART("/console/orders/*/part", Role.SALES),
    WITHDRAW_PART("/console/orders/*/part/*/withdraw", Role.SALES),
    DECIDE_RETURN_TASK(
            "/console/returns/*/tasks/**",
            Role.SALES,
            Role.FINANCE,
            Role.OPERATOR,
            Role.INSPECTOR,
            Role.QUALITY_HEAD),
    RECEIVE_RETURN("/console/returns/*/receive", Role.WAREHOUSE),
    INSPECT_RETURN("/console/returns/*/inspection", Role.INSPECTOR, Role.QUALITY_HEAD),
    TAKE_BACK_RETURN("/console/returns/*/take-back", Role.SALES),
    OPEN_RECALL("/console/recalls", Role.QUALITY, Role.QUALITY_HEAD),
    REMIND_RECALL("/console/recalls/*/remind", Role.QUALITY, Role.QUALITY_HEAD),
    CLOSE_RECALL("/console/recalls/*/close", Role.QUALITY, Role.QUALITY_HEAD),
    UNLOCK_BATCH("/console/recalls/*/unlock", Role.QUALITY_HEAD),
    RECORD_TOP_UP("/console/prepaid/accounts/*", Role.FINANCE),
    DECIDE_TOP_UP("/console/prepaid/top-ups/*/*", Role.FINANCE),
    RECORD_RECEIPT("/console/receivables/accounts/*", Role.FINANCE),
    DECIDE_RECEIPT("/console/receivables/receipts/*/*", Role.FINANCE),
    DECLINE_ANNOUNCEMENT("/console/receivables/announced/*/decline", Role.FINANCE),
    DECIDE_REPAYMENT("/console/receivables/repayments/**", Role.FINANCE),
    PUT_TOP_UP_RULE("/console/prepaid/rules", Role.FINANCE),
    PUT_PROMOTION("/console/promotions", Role.MARKETING),
    STEP_PROMOTION("/console/promotions/*/steps/*", Role.MARKETING),
    EXEMPT_PROMOTION("/console/promotions/*/exempt", Role.QUALITY_HEAD),
    PROPOSE_GIFT_POLICY("/console/policies/proposals", Role.QUALITY, Role.QUALITY_HEAD),
    DECIDE_GIFT_POLICY("/console/policies/proposals/*/decision", Role.QUALITY_HEAD),
    WITHDRAW_GIFT_POLICY("/console/policies/proposals/*/withdraw", Role.QUALITY, Role.QUALITY_HEAD),
    PUT_FLASH_SALE("/console/flash-sales", Role.MARKETING),
    STEP_FLASH_SALE("/console/flash-sales/*/steps/*", Role.MARKETING),
    TAG_PRODUCT("/console/catalogue/tags/*", Role.MARKETING),
    PUT_MERCHANDISE("/console/merchandise", Role.MARKETING),
    REMOVE_MERCHANDISE("/console/merchandise/*/remove", Role.MARKETING),
    ASSIGN_MERCHANDISE("/console/catalogue/merchandise/**", Role.MARKETING),
    PUT_COUPON_KIND("/console/coupons", Role.MARKETING),
    STOP_COUPON_KIND("/console/coupons/*/stop", Role.MARKETING),
    PUSH_COUPON("/console/coupons/*/push", Role.MARKETING),
    PUT_POINTS_RULE("/console/points/rules", Role.MARKETING),
    SET_HOUSE_ACCOUNT("/console/prepaid/methods/account/**", Role.FINANCE),
    SET_PAYMENT_METHODS("/console/prepaid/methods/**", Role.FINANCE),
    DECIDE_REFUND_TASK("/console/payments/refunds/*/tasks/**", Role.FINANCE),
    ASK_PROVIDER("/console/payments/*/ask", Role.FINANCE),
    HANDLE_PAYMENT_NOTICE("/console/payments/notices/*", Role.FINANCE),
    DECIDE_PAYOUT_TASK("/console/commission/*/tasks/**", Role.SALES, Role.FINANCE),
    ANSWER_DISPUTE("/console/commission/*/disputes/*", Role.SALES),
    REQUEST_PAYOUT("/console/commission/payouts", Role.FINANCE),
    MAKE_PAYMENT_FILE("/console/commission/files", Role.FINANCE),
    PUT_COMMISSION_RULE("/console/commission/rules", Role.FINANCE),
    ENTER_PAYEE("/console/commission/payees", Role.FINANCE),
    CONFIRM_PAYEE("/console/commission/payees/*", Role.FINANCE),
    ANSWER_OWN_STATEMENT("/console/my-commission/*/*", Role.SALESPERSON),
    CHANGE_DISTRIBUTION("/console/distribution/terms", Role.MARKETING, Role.ADMIN),
    PUT_DISTRIBUTION_GOOD("/console/distribution/goods", Role.FINANCE),
    APPOINT_DISTRIBUTOR("/console/distribution/distributors", Role.MARKETING, Role.ADMIN),
    END_DISTRIBUTOR("/console/distribution/distributors/*/end", Role.MARKETING, Role.ADMIN),
    REVOKE_SHARE_LINK("/console/distribution/links/*/revoke", Role.MARKETING, Role.ADMIN),
    MAKE_SHARE_LINK("/console/my-links", Role.SALESPERSON),
    REVOKE_OWN_LINK("/console/my-links/*/revoke", Role.SALESPERSON),
    FILL_CUSTOMERS_CART("/console/my-customers/*/cart", Role.SALESPERSON),
    ORDER_FOR_CUSTOMER("/console/my-customers/*/order", Role.SALESPERSON),
    DECIDE_REPAIR_TASK("/console/operations/*/tasks/**", Role.OPERATOR),
    REPAIR_INSTANCE("/console/operations/**", Role.OPERATOR),
    MANAGE_API_CLIENTS("/console/integration/clients/**", Role.INTEGRATION),
    MANAGE_WEBHOOKS("/console/integration/webhooks", Role.INTEGRATION),
    REPLAY_WEBHOOK(
            "/console/integration/webhooks/deliveries/replay", Role.INTEGRATION, Role.OPERATOR),
    CHANGE_WEBHOOK("/console/integration/webhooks/*/*", Role.INTEGRATION),
    TRY_OPERATION("/console/integration/connections/*/trial", Role.INTEGRATION, Role.OPERATOR),
    TRY_WRITING("/console/integration/connections/*/trial/write", Role.INTEGRATION),
    UPLOAD_DEFINITION("/console/integration/definitions", Role.INTEGRATION),
    USE_DEFINITION("/console/integration/connections/*/definition", Role.INTEGRATION),
    CREATE_CONNECTION("/console/integration/connections", Role.INTEGRATION),
    CHANGE_CONNECTION("/console/integration/connections/*/settings", Role.INTEGRATION),
    CERTIFY_CONNECTION("/console/integration/connections/*/certify", Role.INTEGRATION),
    REVEAL_MESSAGE("/console/integration/messages/*/reveal", Role.INTEGRATION),
    REVEAL_RECORD("/console/integration/quarantine/*/reveal", Role.INTEGRATION),
    RUN_CONNECTION("/console/integration/**", Role.INTEGRATION, Role.OPERATOR),
    DECIDE_CONFLICT("/console/conflicts/*/tasks/**", Role.QUALITY, Role.QUALITY_HEAD),
    REVISE_PRODUCT("/console/catalogue/texts/*", Role.QUALITY, Role.QUALITY_HEAD),
    REVISE_CUSTOMER("/console/customers/*/company", Role.SALES, Role.QUALITY, Role.QUALITY_HEAD),
    CATEGORISE("/console/catalogue/category/**", Role.QUALITY, Role.QUALITY_HEAD),
    LOCK_CUSTOMER("/console/customers/*/lock", Role.QUALITY, Role.QUALITY_HEAD),
    UNLOCK_CUSTOMER("/console/customers/*/unlock", Role.QUALITY, Role.QUALITY_HEAD),
    CHANGE_LEVEL("/console/customers/*/level", Role.SALES),
    ASSIGN_SALESPERSON("/console/customers/*/salesperson", Role.SALES),
    PUT_SALES_REGION("/console/sales-regions", Role.SALES, Role.ADMIN),
    AGREE_PRICE("/console/customers/*/agreements", Role.SALES),
    SET_FLOOR("/console/catalogue/floor/*", Role.MARKETING, Role.FINANCE),
    SET_FLOORS("/console/prices/floors/**", Role.MARKETING, Role.FINANCE),
    OPEN_PRICE_LIST("/console/prices/lists", Role.SALES, Role.MARKETING),
    REVISE_PRICE_LIST("/console/prices/lists/*/revise", Role.SALES, Role.MARKETING),
    EDIT_PRICE_LIST("/console/prices/lists/*/*/draft/**", Role.SALES, Role.MARKETING),
    PUBLISH_PRICE_LIST("/console/prices/lists/*/*/publish", Role.SALES, Role.MARKETING),
    WITHDRAW_PRICE_LIST("/console/prices/lists/*/*/withdraw", Role.SALES, Role.MARKETING),
    SET_QUOTA("/console/catalogue/quota/*", Role.QUALITY, Role.QUALITY_HEAD),
    SET_CREDIT("/console/customers/*/credit", Role.FINANCE),
    SET_COMPANY_ADDRESSES(
            "/console/customers/*/addresses", Role.SALES, Role.QUALITY, Role.QUALITY_HEAD),
    READ_NOTICES("/console/notices/**", Role.values()),
    GIVE_ROLE("/console/delegations/**", Role.values()),
    PUT_VISIBILITY_RULE("/console/visibility", Role.SALES, Role.MARKETING, Role.ADMIN),
    END_VISIBILITY_RULE("/console/visibility/*/end", Role.SALES, Role.MARKETING, Role.ADMIN),
    MAKE_INVITATION("/console/invitations", Role.SALESPERSON, Role.ADMIN),
    REVOKE_INVITATION("/console/invitations/*/revoke", Role.SALESPERSON, Role.ADMIN),
    CHANGE_OPENNESS("/console/openness", Role.ADMIN),
    MANAGE_STAFF("/console/staff/**", Role.ADMIN),
    MANAGE_ROLES("/console/roles/**", Role.ADMIN),
    VERIFY_AUDIT("/console/audit/verify", Role.ADMIN, Role.QUALITY_HEAD);

    /**
     * What a role that a colleague gave opens too: its tasks, and nothing else it may do. A recall
     * waits for nobody who is away.
     */
    private static final Set<ConsoleAct> TASKS =
            EnumSet.of(
                    REVIEW_APPLICATION,
                    DECIDE_ORDER_TASK,
                    DECIDE_RETURN_TASK,
                    RECEIVE_RETURN,
                    INSPECT_RETURN,
                    OPEN_RECALL,
                    REMIND_RECALL,
                    CLOSE_RECALL,
                    UNLOCK_BATCH,
                    RECORD_TOP_UP,
                    DECIDE_TOP_UP,
                    RECORD_RECEIPT,
                    DECIDE_RECEIPT,
                    DECLINE_ANNOUNCEMENT,
                    DECIDE_REPAYMENT,
                    DECIDE_REFUND_TASK,
                    DECIDE_PAYOUT_TASK,
                    ANSWER_DISPUTE,
                    DECIDE_CONFLICT,
                    DECIDE_REPAIR_TASK);

    /** Who holds them could make himself anybody. */
    private static final Set<ConsoleAct> KEYS = EnumSet.of(MANAGE_STAFF, MANAGE_ROLES);

    private final String path;
    private final PathPattern pattern;
    private final Set<Role> roles;
    private final ConsolePage page;

    ConsoleAct(String path, Role... roles) {
        this.path = path;
        this.pattern = PathPatternParser.defaultInstance.parse(path);
        this.roles = Set.copyOf(EnumSet.of(roles[0], roles));
        this.page = ConsolePage.of(path.replaceFirst("/\\*.*", "")).orElseThrow();
    }

    /** Path pattern of its POST requests. */
    public String path() {
        return path;
    }

    /** Built-in roles that may do it unless the house says otherwise. */
    public Set<Role> roles() {
        return roles;
    }

    /** Whether a role that a colleague gave opens it. */
    public boolean isTask() {
        return TASKS.contains(this);
    }

    /** The page it is done on. */
    public ConsolePage page() {
        return page;
    }

    /** Code of the permission to do it. */
    public String permission() {
        return "act:" + name();
    }

    public Permission declared() {
        return new Permission(
                permission(),
                ConsolePermissions.reach(KEYS.contains(this), roles),
                roles,
                isTask());
    }

    public boolean isOpenTo(StaffView person) {
        return person.may(permission());
    }

    /** Message key of its name. */
    public String key() {
        return "console.act." + name();
    }

    /** The act that a POST to this path is: the first that fits, as at the door. */
    static Optional<ConsoleAct> of(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return Arrays.stream(values()).filter(act -> act.pattern.matches(parsed)).findFirst();
    }
}
