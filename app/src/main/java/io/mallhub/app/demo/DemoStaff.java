package io.mallhub.app.demo;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Actor;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One member of staff per desk; what pricing may is in a role of the house ({@link DemoTeamRoles}).
 * They all have {@link #PASSWORD}, which every page of the demo says is public.
 */
@Component
@DemoOnly
@Order(1)
public class DemoStaff implements ApplicationRunner {
    static final String PASSWORD = "mallhub-demo";

    static final List<Person> PEOPLE =
            List.of(
                    new Person("quality", "王芳（质管员）", Role.QUALITY),
                    new Person("quality2", "李敏（质管员）", Role.QUALITY),
                    new Person("head", "赵建国（质量负责人）", Role.QUALITY_HEAD),
                    new Person("sales", "陈静（订单部）", Role.SALES),
                    new Person("salesperson", "何丽（业务员）", Role.SALESPERSON),
                    new Person("salesperson2", "吴昊（业务员）", Role.SALESPERSON),
                    new Person("finance", "刘洋（财务）", Role.FINANCE),
                    new Person("finance2", "郑凯（财务复核）", Role.FINANCE),
                    new Person("warehouse", "马超（仓库收货）", Role.WAREHOUSE),
                    new Person("inspector", "沈洁（质量验收员）", Role.INSPECTOR),
                    new Person("operator", "周强（运维）", Role.OPERATOR),
                    new Person("integration", "吴磊（系统集成）", Role.INTEGRATION),
                    new Person("marketing", "孙丽（商品与营销）", Role.MARKETING),
                    new Person("pricing", "林悦（价格专员）", Set.of()),
                    new Person("admin", "系统管理员", Role.ADMIN));

    /** Where customers reach who sells to them. */
    private static final Map<String, String> PHONES =
            Map.of("salesperson", "0591-8330 0101", "salesperson2", "0591-8330 0102");

    private final Accounts accounts;

    DemoStaff(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments args) {
        PEOPLE.stream()
                .filter(person -> accounts.staff(person.login()).isEmpty())
                .forEach(this::begin);
    }

    private void begin(Person person) {
        Actor by = Actor.system("demo");
        StaffView made =
                accounts.createStaff(
                        new Accounts.CreateStaff(
                                person.login(), person.name(), PASSWORD, person.roles(), by));
        String phone = PHONES.get(person.login());
        if (phone != null) {
            accounts.setPhone(made.id(), phone, by)
                    .ifPresent(
                            why -> {
                                throw new IllegalStateException(person.login() + ": " + why);
                            });
        }
    }

    /** Of everybody, for the welcome. */
    public static List<String> logins() {
        return PEOPLE.stream().map(Person::login).toList();
    }

    record Person(String login, String name, Set<Role> roles) {
        Person(String login, String name, Role role) {
            this(login, name, EnumSet.of(role));
        }
    }
}
