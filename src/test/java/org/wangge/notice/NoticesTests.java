package org.wangge.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.notice.Teller.NOW;
import static org.wangge.notice.Teller.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.access.Role;
import org.wangge.grid.GridKey;
import org.wangge.town.Awaited;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Whom a notice reaches, and how often.
@NoticeTest
class NoticesTests {
    @Autowired
    Teller teller;

    private final UUID issue = UUID.randomUUID();

    @Test
    void findsTheAccountOfAPersonHoweverCommandsNameThem() {
        teller.tell(
                notice(TownAccount.NEWCOMER.actor(), NoticeKind.ISSUE_ACCEPTED, issue, "路灯"),
                notice("member:" + TownPeople.LI.uuid(), NoticeKind.ISSUE_ACCEPTED, issue, "路灯"),
                notice("resident:" + TownHomes.LI_NA.uuid(), NoticeKind.ISSUE_ACCEPTED, issue, "路灯"));

        assertThat(teller.told(issue))
                .containsExactlyInAnyOrder(box(TownAccount.NEWCOMER), box(TownAccount.LI), box(TownAccount.LI_NA));
    }

    @Test
    void keepsWhatIsForSomebodyWithoutAnAccountAndTellsNobodyNothing() {
        var outcome = teller.tell(
                notice("member:" + TownPeople.CHEN.uuid(), NoticeKind.URGED, issue, "路灯"),
                notice("resident:" + TownHomes.LIU.uuid(), NoticeKind.URGED, issue, "路灯"),
                notice("account:" + UUID.randomUUID(), NoticeKind.URGED, issue, "路灯"),
                notice("anonymous", NoticeKind.URGED, issue, "路灯"),
                notice("timer", NoticeKind.URGED, issue, "路灯"));

        assertThat(teller.told(issue))
                .hasSize(3)
                .contains("member:" + TownPeople.CHEN.uuid(), "resident:" + TownHomes.LIU.uuid());
        assertThat(outcome.cursor()).isNull();
    }

    @Test
    void findsWhoeverHoldsAPostAtThatInstant() {
        tellPost(Role.DUTY_COMMANDER, Town.EAST_YARD.key(), NOW);

        assertThat(teller.told(issue))
                .containsExactlyInAnyOrder(
                        box(TownAccount.EVERYTHING), box(TownAccount.COMMANDER), "member:" + TownPeople.CHEN.uuid());
    }

    @Test
    void findsNobodyWhoseShiftIsOver() {
        tellPost(Role.DUTY_COMMANDER, Town.EAST_YARD.key(), TownPeople.EVENING);

        assertThat(teller.told(issue)).contains(box(TownAccount.LI)).doesNotContain("member:" + TownPeople.CHEN.uuid());
    }

    @Test
    void findsLeadersByTheirAssignmentsThereAndAbove() {
        tellPost(Role.GRID_LEADER, Town.EAST_YARD.key(), NOW);

        assertThat(teller.told(issue))
                .containsExactlyInAnyOrder(
                        box(TownAccount.EVERYTHING),
                        box(TownAccount.LI),
                        "member:" + TownPeople.ZHOU.uuid(),
                        "member:" + TownPeople.JI.uuid());
    }

    @Test
    void findsEverybodyOfAnOffice() {
        teller.tell(new NewNotice(
                new Recipient.Office(TownPeople.WILLOW_COMMITTEE.uuid()), NoticeKind.WHISTLED, issue, List.of("路灯")));

        assertThat(teller.told(issue)).containsExactly(box(TownAccount.LI));
    }

    @Test
    void tellsOneWhoIsMeantTwiceOnce() {
        teller.tell(
                notice(TownAccount.LI.actor(), NoticeKind.BREACHED, issue, "路灯"),
                notice("account:" + TownAccount.LI.uuid(), NoticeKind.BREACHED, issue, "路灯"));
        teller.tell(notice(TownAccount.LI.actor(), NoticeKind.BREACHED, issue, "路灯"));
        teller.tell(NOW, "2", notice(TownAccount.LI.actor(), NoticeKind.BREACHED, issue, "路灯"));

        assertThat(teller.told(issue)).hasSize(2);
    }

    @Test
    void undoesWhatWasToldWithTheCommand() {
        var before = last(TownAccount.ZHAO);

        StepVerifier.create(teller.tellingInVain(notice(TownAccount.ZHAO.actor(), NoticeKind.URGED, issue, "路灯")))
                .expectErrorMessage("after all not")
                .verify();
        teller.tell(notice(TownAccount.ZHAO.actor(), NoticeKind.URGED, issue, "路灯"));

        assertThat(last(TownAccount.ZHAO)).isEqualTo(before + 1);
    }

    @Test
    void numbersWithoutGapsWhoeverTellsAtTheSameTime() {
        var tellings = new ArrayList<Mono<?>>();
        for (int i = 0; i < 60; i++) {
            var there = notice(TownAccount.OUYANG, "甲" + i);
            var here = notice(TownAccount.WANG, "乙" + i);
            tellings.add(i % 2 == 0 ? teller.telling(NOW, "1", there, here) : teller.telling(NOW, "1", here, there));
        }

        Awaited.the(Flux.fromIterable(tellings).flatMap(telling -> telling, 6).collectList());

        for (var account : List.of(TownAccount.OUYANG, TownAccount.WANG)) {
            assertThat(teller.column(
                            "select no from notification where account_id = '" + account.uuid() + "' order by no"))
                    .hasSizeGreaterThanOrEqualTo(60)
                    .hasSize(last(account));
        }
        assertThat(teller.column("select n.id from notification n where n.account_id is not null and not exists"
                        + " (select 1 from event e where e.type = 'NOTIFIED' and e.subject = n.account_id"
                        + " and e.subject_version = n.no)"))
                .isEmpty();
    }

    private void tellPost(Role role, String key, java.time.Instant now) {
        teller.tell(
                now,
                "1",
                new NewNotice(new Recipient.Post(role, new GridKey(key)), NoticeKind.BREACHED, issue, List.of("路灯")));
    }

    private int last(TownAccount account) {
        return Integer.parseInt(teller.column(
                        "select coalesce(max(no), 0) from notification where account_id = '" + account.uuid() + "'")
                .getFirst());
    }

    private static String box(TownAccount account) {
        return "account:" + account.uuid();
    }
}
