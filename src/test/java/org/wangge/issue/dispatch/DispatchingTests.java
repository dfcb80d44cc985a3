package org.wangge.issue.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;

/// Whom issues go to: rules first, then whoever serves the grid.
@ApiTest
@TestPropertySource(properties = "test.town=dispatching")
class DispatchingTests {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @Autowired
    Graph graph;

    @Autowired
    Dispatching dispatching;

    @Autowired
    Issues issues;

    @BeforeEach
    void withoutRules() {
        execute("delete from dispatch_rule");
    }

    @ParameterizedTest
    @CsvSource({
        "EAST_YARD, GRID, 王秀英",
        "WILLOW_ONE, GRID, 王秀英",
        "BRIDGE_YARD, GRID, 阿依古丽·买买提",
        "RIVER_YARD, GRID,",
        "WILLOW, GRID,",
        "EAST_YARD, COMMUNITY, 柳村两委",
        "BRIDGE_YARD, COMMUNITY,",
        "EAST_YARD, SUBDISTRICT,",
        "EAST_YARD, DISTRICT,"
    })
    void withoutARuleWhoeverServesTheGridAtItsLevel(String grid, IssueLevel level, @Nullable String name) {
        assertThat(suggested(issueIn(grid(grid), "NOISE"), level)).isEqualTo(Optional.ofNullable(name));
    }

    @Test
    void whereThereIsNoDedicatedMemberTheLeaderOfTheGridIsSuggested() {
        var issue = issueIn(Town.EAST_YARD, "NOISE");

        execute("update assignment set to_on = '2026-03-02' where id = '%s'"
                .formatted(TownPeople.WANG_SERVES_WILLOW_ONE.uuid()));
        var found = suggestion(issue, IssueLevel.GRID).orElseThrow();
        execute("update assignment set to_on = null where id = '%s'"
                .formatted(TownPeople.WANG_SERVES_WILLOW_ONE.uuid()));

        assertThat(found.name()).isEqualTo("李建国");
        assertThat(found.isGridStaff()).isTrue();
        assertThat(found.at().path()).isEqualTo(Town.WILLOW_ONE.key());
    }

    @Test
    void largerThingsGoToTheLeaderOfTheCommunity() {
        var leads = UUID.randomUUID();
        execute("insert into assignment (id, member_id, grid_id, grid_level, grid_key, role, from_on)"
                + " values ('%s', '%s', '%s', 2, '%s', 'GRID_LEADER', '2025-01-01')"
                        .formatted(leads, TownPeople.OUYANG.uuid(), Town.BRIDGE.uuid(), Town.BRIDGE.key()));

        var found = suggestion(issueIn(Town.BRIDGE_YARD, "NOISE"), IssueLevel.COMMUNITY)
                .orElseThrow();
        var elsewhere = suggestion(issueIn(Town.EAST_YARD, "NOISE"), IssueLevel.COMMUNITY);
        execute("delete from assignment where id = '%s'".formatted(leads));

        assertThat(found.name()).isEqualTo("欧阳桥");
        assertThat(found.isGridStaff()).isFalse();
        assertThat(found.at().path()).isEqualTo(Town.BRIDGE.key());
        assertThat(elsewhere).map(Hand::name).contains("柳村两委");
    }

    @Test
    void theRuleOfTheNearestGridComesBeforeOneForTheCategoryBeforeItsPriority() {
        rule("ENVIRONMENT", Town.STREET, null, 1, TownPeople.ENFORCEMENT_OFFICE);
        var issue = issueIn(Town.EAST_YARD, "NOISE");
        assertThat(suggested(issue, IssueLevel.GRID)).contains("综合执法办公室");

        rule("NOISE", Town.STREET, null, 9, TownPeople.CHEN);
        assertThat(suggested(issue, IssueLevel.GRID)).contains("陈志远");

        rule("NOISE", Town.STREET, null, 8, TownPeople.ENFORCEMENT_OFFICE);
        assertThat(suggested(issue, IssueLevel.GRID)).contains("综合执法办公室");

        rule("ENVIRONMENT", Town.WILLOW, null, 9, TownPeople.WILLOW_COMMITTEE);
        assertThat(suggested(issue, IssueLevel.GRID)).contains("柳村两委");
        assertThat(suggested(issueIn(Town.BRIDGE_YARD, "NOISE"), IssueLevel.GRID))
                .contains("综合执法办公室");
        assertThat(suggested(issueIn(Town.EAST_YARD, "DRAINAGE"), IssueLevel.GRID))
                .contains("王秀英");
    }

    @Test
    void aRuleForOneLevelHoldsForThatLevelOnly() {
        rule("NOISE", Town.STREET, "SUBDISTRICT", 1, TownPeople.ENFORCEMENT_OFFICE);
        var issue = issueIn(Town.EAST_YARD, "NOISE");

        assertThat(suggested(issue, IssueLevel.SUBDISTRICT)).contains("综合执法办公室");
        assertThat(suggested(issue, IssueLevel.GRID)).contains("王秀英");
        assertThat(suggested(issue, IssueLevel.COMMUNITY)).contains("柳村两委");
    }

    @Test
    void aRuleForAllLevelsIsPassedOverWhereWhomItNamesStandsBelow() {
        role("NOISE", Town.STREET, 1, "GRID_LEADER");
        rule("ENVIRONMENT", Town.STREET, null, 1, TownPeople.WILLOW_COMMITTEE);
        var issue = issueIn(Town.EAST_YARD, "NOISE");

        assertThat(suggested(issue, IssueLevel.GRID)).contains("李建国");
        assertThat(suggested(issue, IssueLevel.COMMUNITY)).contains("柳村两委");
        assertThat(suggested(issue, IssueLevel.SUBDISTRICT)).isEmpty();
    }

    @Test
    void aRuleThatLeadsToNobodyIsPassedOver() {
        rule("NOISE", Town.STREET, null, 1, TownPeople.SUN);
        role("NOISE", Town.STREET, 2, "COMMUNITY_LEADER");

        assertThat(suggested(issueIn(Town.EAST_YARD, "NOISE"), IssueLevel.GRID)).contains("王秀英");
    }

    @Test
    void manyAreSuggestedInOneStatementAndShownToStaffThereOnly() {
        var east = issueIn(Town.EAST_YARD, "NOISE");
        var bridge = issueIn(Town.BRIDGE_YARD, "NOISE");
        rule("NOISE", Town.BRIDGE, null, 1, TownPeople.ENFORCEMENT_OFFICE);
        var document = """
                query($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue { suggestedHand {
                  name isGridStaff member { name } department { name } grid { name } } } } }""";
        var ids = java.util.Map.of(
                "ids", List.of(east.id().toString(), bridge.id().toString()));

        var seen = graph.ask(document, ids);
        var ofWang = graph.as(org.wangge.town.TownAccount.WANG).ask(document, ids);
        var ofResident = graph.as(org.wangge.town.TownAccount.ZHANG_WEI).ask(document, ids);

        assertThat(seen.texts("nodes[*].suggestedHand.name")).containsExactly("王秀英", "综合执法办公室");
        assertThat(seen.text("nodes[0].suggestedHand.member.name")).isEqualTo("王秀英");
        assertThat(seen.text("nodes[0].suggestedHand.grid.name")).isEqualTo("柳一格");
        assertThat(seen.text("nodes[1].suggestedHand.department.name")).isEqualTo("综合执法办公室");
        assertThat(ofWang.text("nodes[0].suggestedHand.name")).isEqualTo("王秀英");
        assertThat(ofWang.isNull("nodes[1]")).isTrue();
        assertThat(ofResident.isNull("nodes[0].suggestedHand")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "WANG, EAST_YARD, true, 1.1.1.",
        "LI, EAST_YARD, true, 1.1.1.",
        "JI, EAST_YARD, true, 1.1.1.1.1.",
        "CHEN, EAST_YARD, false, 1.",
        "CHEN, RIVER_YARD, false, 1.",
        "ZHAO, EAST_YARD, false, 1.1.1.",
        "WANG, RIVER_YARD,,",
        "LI, BRIDGE_YARD,,",
        "ZHAO, BRIDGE_YARD,,",
        "SUN, EAST_YARD,,"
    })
    void aMemberCanHaveInHandWhatLiesWhereTheyServe(
            String member, String grid, @Nullable Boolean isStaff, @Nullable String at) throws Exception {
        var thing = (TownThing) TownPeople.class.getField(member).get(null);

        var hand = hand(new HandInput(new MemberId(thing.uuid()), null), issueIn(grid(grid), "NOISE"));

        assertThat(hand.map(Hand::isGridStaff)).isEqualTo(Optional.ofNullable(isStaff));
        assertThat(hand.map(found -> found.at().path())).isEqualTo(Optional.ofNullable(at));
    }

    @Test
    void aDepartmentOfTheSubdistrictCanHaveInHandWhateverLiesInIt() {
        var office = new DepartmentId(TownPeople.ENFORCEMENT_OFFICE.uuid());
        var committee = new DepartmentId(TownPeople.WILLOW_COMMITTEE.uuid());
        var issue = issueIn(Town.BRIDGE_YARD, "NOISE");

        assertThat(hand(new HandInput(null, office), issue)).map(Hand::name).contains("综合执法办公室");
        assertThat(hand(new HandInput(null, committee), issue))
                .map(found -> found.at().path())
                .contains(Town.WILLOW.key());
        assertThat(hand(new HandInput(null, new DepartmentId(UUID.randomUUID())), issue))
                .isEmpty();
    }

    private Optional<String> suggested(Issue issue, IssueLevel level) {
        return suggestion(issue, level).map(Hand::name);
    }

    private Optional<Hand> suggestion(Issue issue, IssueLevel level) {
        return Awaited.the(dispatching.suggestion(issue, level, NOW).singleOptional());
    }

    private Optional<Hand> hand(HandInput input, Issue issue) {
        return Awaited.the(dispatching.hand(input, issue, NOW).singleOptional());
    }

    private void rule(String category, TownGrid grid, @Nullable String level, int priority, TownThing target) {
        var column = target.type() + "_id";
        set(category, grid, level, priority, column, target.uuid().toString());
    }

    private void role(String category, TownGrid grid, int priority, String role) {
        set(category, grid, null, priority, "role", role);
    }

    private void set(
            String category, TownGrid grid, @Nullable String level, int priority, String column, String target) {
        execute("""
                insert into dispatch_rule (category_code, grid_id, grid_key, level, priority, %s, set_by, set_at)
                values ('%s', '%s', '%s', %s, %d, '%s', 'test', now())""".formatted(
                        column,
                        category,
                        grid.uuid(),
                        grid.key(),
                        level == null ? "null" : "'" + level + "'",
                        priority,
                        target));
    }

    private Issue issueIn(TownGrid grid, String category) {
        var id = UUID.randomUUID();
        execute("""
                insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                   confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at,
                                   updated_at)
                select '%1$s', '%1$s', 'DEMAND', id, '派遣', '派遣的事', 'PHONE', 'NORMAL', 'GRID', 'PUBLIC', 'ACCEPTED',
                       '%2$s', '%3$s', '%3$s', 'anonymous', '2026-03-02T01:00:00Z', '2026-03-02T01:00:00Z'
                from issue_category where code = '%4$s'""".formatted(id, grid.uuid(), grid.key(), category));
        return Awaited.the(
                issues.all(List.of(id), IssueSight.of(Scope.everywhere())).single());
    }

    private static TownGrid grid(String name) {
        try {
            return (TownGrid) Town.class.getField(name).get(null);
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    private void execute(String sql) {
        TestPostgres.execute(graph.database(), sql);
    }
}
