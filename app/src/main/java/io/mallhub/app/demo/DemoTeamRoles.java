package io.mallhub.app.demo;

import io.mallhub.identity.TeamRoles;
import io.mallhub.identity.TeamRoles.GiveTeamRoles;
import io.mallhub.identity.TeamRoles.MakeTeamRole;
import io.mallhub.identity.TeamRoles.Outcome;
import io.mallhub.shared.Actor;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A role of the house: whoever has it edits price lists, and others publish them. */
@Component
@DemoOnly
@Order(2)
class DemoTeamRoles implements ApplicationRunner {
    private static final Actor DEMO = Actor.system("demo");
    private static final String NAME = "价格专员";

    private final TeamRoles teamRoles;

    DemoTeamRoles(TeamRoles teamRoles) {
        this.teamRoles = teamRoles;
    }

    /** One that was retired or renamed is not made again while any role of the house is there. */
    @Override
    public void run(ApplicationArguments args) {
        if (teamRoles.all().stream().anyMatch(role -> !role.builtIn())) {
            return;
        }
        Outcome made =
                teamRoles.make(
                        new MakeTeamRole(
                                NAME,
                                "编辑价目表，由他人发布",
                                Set.of(
                                        "page:PRICES",
                                        "page:CATALOGUE",
                                        "act:OPEN_PRICE_LIST",
                                        "act:REVISE_PRICE_LIST",
                                        "act:EDIT_PRICE_LIST"),
                                Set.of(),
                                "示例：编辑与发布分开",
                                DEMO));
        switch (made) {
            case Outcome.Done role ->
                    teamRoles.give(new GiveTeamRoles("pricing", Set.of(role.code()), "示例", DEMO));
            case Outcome.Refused refused -> throw new IllegalStateException(refused.why());
        }
    }
}
