package io.mallhub.console.access;

import io.mallhub.identity.Permission;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pages of the console and who may usually read them: the house can say otherwise ({@link
 * io.mallhub.identity.TeamRoles}). Menu, doors and tests all read it; what may be <em>done</em> on
 * a page is in {@link ConsoleAct}.
 */
public enum ConsolePage {
    HOME(ConsoleArea.DESK, "/console", "ti-layout-dashboard", Role.values()),
    NOTICES(ConsoleArea.DESK, "/console/notices", "ti-bell", Role.values()),
    COMPLIANCE(
            ConsoleArea.COMPLIANCE,
            "/console/compliance",
            "ti-shield-check",
            Role.QUALITY,
            Role.QUALITY_HEAD),
    ORDERS(
            ConsoleArea.ORDERS,
            "/console/orders",
            "ti-shopping-cart",
            Role.SALES,
            Role.FINANCE,
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.OPERATOR,
            Role.INTEGRATION),
    RETURNS(
            ConsoleArea.ORDERS,
            "/console/returns",
            "ti-package-import",
            Role.SALES,
            Role.FINANCE,
            Role.WAREHOUSE,
            Role.INSPECTOR,
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.OPERATOR,
            Role.INTEGRATION),
    RECALLS(
            ConsoleArea.COMPLIANCE,
            "/console/recalls",
            "ti-alert-octagon",
            Role.QUALITY,
            Role.QUALITY_HEAD),
    POLICIES(
            ConsoleArea.COMPLIANCE,
            "/console/policies",
            "ti-gavel",
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.MARKETING,
            Role.ADMIN),
    CUSTOMERS(
            ConsoleArea.CUSTOMERS,
            "/console/customers",
            "ti-building-store",
            Role.SALES,
            Role.FINANCE,
            Role.QUALITY,
            Role.QUALITY_HEAD),
    SALES_REGIONS(
            ConsoleArea.CUSTOMERS, "/console/sales-regions", "ti-map-pin", Role.SALES, Role.ADMIN),
    CATALOGUE(
            ConsoleArea.GOODS,
            "/console/catalogue",
            "ti-pill",
            Role.SALES,
            Role.MARKETING,
            Role.FINANCE,
            Role.QUALITY,
            Role.QUALITY_HEAD),
    MERCHANDISE(
            ConsoleArea.GOODS,
            "/console/merchandise",
            "ti-category",
            Role.SALES,
            Role.MARKETING,
            Role.FINANCE,
            Role.QUALITY,
            Role.QUALITY_HEAD),
    PRICES(
            ConsoleArea.GOODS,
            "/console/prices",
            "ti-tags",
            Role.SALES,
            Role.MARKETING,
            Role.FINANCE),
    PROMOTIONS(
            ConsoleArea.MARKETING,
            "/console/promotions",
            "ti-discount-2",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    FLASH(
            ConsoleArea.MARKETING,
            "/console/flash-sales",
            "ti-bolt",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    CAMPAIGNS(
            ConsoleArea.MARKETING,
            "/console/campaigns",
            "ti-calendar-event",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    VISIBILITY(
            ConsoleArea.CUSTOMERS,
            "/console/visibility",
            "ti-eye",
            Role.SALES,
            Role.MARKETING,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    COUPONS(
            ConsoleArea.MARKETING,
            "/console/coupons",
            "ti-ticket",
            Role.MARKETING,
            Role.FINANCE,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    POINTS(
            ConsoleArea.MARKETING,
            "/console/points",
            "ti-star",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    RECEIVABLES(
            ConsoleArea.FINANCE,
            "/console/receivables",
            "ti-file-invoice",
            Role.FINANCE,
            Role.SALES),
    PREPAID(ConsoleArea.FINANCE, "/console/prepaid", "ti-cash", Role.FINANCE, Role.SALES),
    LEDGERS(ConsoleArea.FINANCE, "/console/ledgers", "ti-scale", Role.FINANCE, Role.ADMIN),
    PAYMENTS(ConsoleArea.FINANCE, "/console/payments", "ti-credit-card", Role.FINANCE, Role.SALES),
    DISTRIBUTION(
            ConsoleArea.MARKETING,
            "/console/distribution",
            "ti-share",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    COMMISSION(
            ConsoleArea.FINANCE, "/console/commission", "ti-coin-yuan", Role.FINANCE, Role.SALES),
    MY_COMMISSION(ConsoleArea.OWN_SALES, "/console/my-commission", "ti-wallet", Role.SALESPERSON),
    MY_LINKS(ConsoleArea.OWN_SALES, "/console/my-links", "ti-qrcode", Role.SALESPERSON),
    MY_CUSTOMERS(ConsoleArea.OWN_SALES, "/console/my-customers", "ti-users", Role.SALESPERSON),
    OPERATIONS(
            ConsoleArea.TECHNOLOGY,
            "/console/operations",
            "ti-sitemap",
            Role.OPERATOR,
            Role.INTEGRATION),
    INTEGRATION(
            ConsoleArea.TECHNOLOGY,
            "/console/integration",
            "ti-plug-connected",
            Role.INTEGRATION,
            Role.OPERATOR),
    CONFLICTS(
            ConsoleArea.COMPLIANCE,
            "/console/conflicts",
            "ti-arrows-diff",
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.INTEGRATION,
            Role.OPERATOR),
    DELEGATIONS(ConsoleArea.DESK, "/console/delegations", "ti-user-share", Role.values()),
    INVITATIONS(
            ConsoleArea.CUSTOMERS,
            "/console/invitations",
            "ti-mail-opened",
            Role.SALESPERSON,
            Role.ADMIN),
    OPENNESS(ConsoleArea.ADMINISTRATION, "/console/openness", "ti-door", Role.ADMIN),
    STAFF(ConsoleArea.ADMINISTRATION, "/console/staff", "ti-users", Role.ADMIN),
    ROLES(ConsoleArea.ADMINISTRATION, "/console/roles", "ti-key", Role.ADMIN),
    AUDIT(
            ConsoleArea.ADMINISTRATION,
            "/console/audit",
            "ti-history",
            Role.ADMIN,
            Role.QUALITY_HEAD);

    /** Who holds them could make himself anybody. */
    private static final Set<ConsolePage> KEYS = EnumSet.of(STAFF, ROLES);

    private final ConsoleArea area;
    private final String path;
    private final String icon;
    private final Set<Role> roles;

    ConsolePage(ConsoleArea area, String path, String icon, Role... roles) {
        this.area = area;
        this.path = path;
        this.icon = icon;
        this.roles = Set.copyOf(EnumSet.of(roles[0], roles));
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    public ConsoleArea area() {
        return area;
    }

    /** Built-in roles that may open it unless the house says otherwise. */
    public Set<Role> roles() {
        return roles;
    }

    /** Code of the permission to open it. */
    public String permission() {
        return "page:" + name();
    }

    /** Also to whoever does the tasks of a role for a colleague. */
    public Permission declared() {
        return new Permission(
                permission(), ConsolePermissions.reach(KEYS.contains(this), roles), roles, true);
    }

    public boolean isOpenTo(StaffView person) {
        return person.may(permission());
    }

    /** What is done on it. */
    public List<ConsoleAct> acts() {
        return Arrays.stream(ConsoleAct.values()).filter(act -> act.page() == this).toList();
    }

    /** Message key of its name in the menu. */
    public String key() {
        return "console.page." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The page a path belongs to; none covers the start page but itself. */
    static Optional<ConsolePage> of(String path) {
        return Arrays.stream(values()).filter(page -> page.covers(path)).findFirst();
    }

    /** True when the path is this page or one below it; home is only itself. */
    public boolean covers(String requested) {
        return requested.equals(path) || (this != HOME && requested.startsWith(path + "/"));
    }
}
