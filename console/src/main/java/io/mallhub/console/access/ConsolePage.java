package io.mallhub.console.access;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import java.util.EnumSet;
import java.util.Set;

/**
 * The pages of the console and who may read them: the one place where this is said. Menu, doors and
 * tests all read it; what may be <em>done</em> on a page is in {@link ConsoleAct}.
 */
public enum ConsolePage {
    HOME("/console", "ti-layout-dashboard", Role.values()),
    NOTICES("/console/notices", "ti-bell", Role.values()),
    COMPLIANCE("/console/compliance", "ti-shield-check", Role.QUALITY, Role.QUALITY_HEAD),
    ORDERS(
            "/console/orders",
            "ti-shopping-cart",
            Role.SALES,
            Role.FINANCE,
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.OPERATOR,
            Role.INTEGRATION),
    RETURNS(
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
    RECALLS("/console/recalls", "ti-alert-octagon", Role.QUALITY, Role.QUALITY_HEAD),
    CUSTOMERS(
            "/console/customers",
            "ti-building-store",
            Role.SALES,
            Role.FINANCE,
            Role.QUALITY,
            Role.QUALITY_HEAD),
    SALES_REGIONS("/console/sales-regions", "ti-map-pin", Role.SALES, Role.ADMIN),
    CATALOGUE(
            "/console/catalogue",
            "ti-pill",
            Role.SALES,
            Role.MARKETING,
            Role.FINANCE,
            Role.QUALITY,
            Role.QUALITY_HEAD),
    PRICES("/console/prices", "ti-tags", Role.SALES, Role.MARKETING, Role.FINANCE),
    PROMOTIONS(
            "/console/promotions",
            "ti-discount-2",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    FLASH(
            "/console/flash-sales",
            "ti-bolt",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    CAMPAIGNS(
            "/console/campaigns",
            "ti-calendar-event",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    VISIBILITY(
            "/console/visibility",
            "ti-eye",
            Role.SALES,
            Role.MARKETING,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    COUPONS(
            "/console/coupons",
            "ti-ticket",
            Role.MARKETING,
            Role.FINANCE,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    POINTS(
            "/console/points",
            "ti-star",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    RECEIVABLES("/console/receivables", "ti-file-invoice", Role.FINANCE, Role.SALES),
    PREPAID("/console/prepaid", "ti-cash", Role.FINANCE, Role.SALES),
    LEDGERS("/console/ledgers", "ti-scale", Role.FINANCE, Role.ADMIN),
    PAYMENTS("/console/payments", "ti-credit-card", Role.FINANCE, Role.SALES),
    DISTRIBUTION(
            "/console/distribution",
            "ti-share",
            Role.MARKETING,
            Role.FINANCE,
            Role.SALES,
            Role.QUALITY_HEAD,
            Role.ADMIN),
    COMMISSION("/console/commission", "ti-coin-yuan", Role.FINANCE, Role.SALES),
    MY_COMMISSION("/console/my-commission", "ti-wallet", Role.SALESPERSON),
    MY_LINKS("/console/my-links", "ti-qrcode", Role.SALESPERSON),
    MY_CUSTOMERS("/console/my-customers", "ti-users", Role.SALESPERSON),
    OPERATIONS("/console/operations", "ti-sitemap", Role.OPERATOR, Role.INTEGRATION),
    INTEGRATION("/console/integration", "ti-plug-connected", Role.INTEGRATION, Role.OPERATOR),
    CONFLICTS(
            "/console/conflicts",
            "ti-arrows-diff",
            Role.QUALITY,
            Role.QUALITY_HEAD,
            Role.INTEGRATION,
            Role.OPERATOR),
    DELEGATIONS("/console/delegations", "ti-user-share", Role.values()),
    INVITATIONS("/console/invitations", "ti-mail-opened", Role.SALESPERSON, Role.ADMIN),
    OPENNESS("/console/openness", "ti-door", Role.ADMIN),
    STAFF("/console/staff", "ti-users", Role.ADMIN),
    AUDIT("/console/audit", "ti-history", Role.ADMIN, Role.QUALITY_HEAD);

    private final String path;
    private final String icon;
    private final Set<Role> roles;

    ConsolePage(String path, String icon, Role... roles) {
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

    public Set<Role> roles() {
        return roles;
    }

    /** Also to whoever does the tasks of a role for a colleague. */
    public boolean isOpenTo(StaffView person) {
        return person.taskRoles().stream().anyMatch(roles::contains);
    }

    /** Message key of its name in the menu. */
    public String key() {
        return "console.page." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** True when the path is this page or one below it; home is only itself. */
    public boolean covers(String requested) {
        return requested.equals(path) || (this != HOME && requested.startsWith(path + "/"));
    }
}
