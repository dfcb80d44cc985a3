package org.wangge.issue.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TownAccount;

/// A reply has its four elements, is one's own, and is read by whoever sees the issue.
@ReplyTest
class RepliesTests {
    private static final String MEASURES = "三月四日维修班到东院更换了三盏路灯的灯头和一段老化的电缆。";
    private static final String REPLIES = """
            query($by: IssueLookup!) { issue(by: $by) { replies {
              round no kind acceptedAt contacted { display value } measures result unit appeal sentAt } } }""";

    @Autowired
    Graph graph;

    @Autowired
    Desk desk;

    @Autowired
    Replies replies;

    @Test
    void isCompleteWithItsFourElements() {
        assertThat(Desk.problems(replies.check(input("张伟", MEASURES, "当晚已亮灯。"), "reply")))
                .isNull();
        assertThat(Desk.problems(replies.check(input(null, " ", "", ""), "reply")))
                .containsExactlyInAnyOrder(
                        "reply.contacted REQUIRED",
                        "reply.measures REQUIRED",
                        "reply.result REQUIRED",
                        "reply.unit REQUIRED");
        assertThat(Desk.problems(replies.check(input("张伟", "已处理。", "好"), "reply")))
                .containsExactlyInAnyOrder("reply.measures TOO_SHORT", "reply.result TOO_SHORT");
        assertThat(Desk.problems(replies.check(input("张".repeat(101), "长".repeat(2_001), "好".repeat(2_001)), "reply")))
                .containsExactlyInAnyOrder(
                        "reply.contacted TOO_LONG", "reply.measures TOO_LONG", "reply.result TOO_LONG");
    }

    @Test
    void needsNobodyTalkedToWhereItClosesNothing() {
        var unasked = input(null, MEASURES, "请向区人民法院提出。");

        assertThat(Desk.problems(replies.check(ReplyKind.REJECTION, unasked, "reply")))
                .isNull();
        assertThat(Desk.problems(replies.check(ReplyKind.DIRECT, unasked, "reply")))
                .isNull();
        assertThat(Desk.problems(replies.check(ReplyKind.FINAL, unasked, "reply")))
                .containsExactly("reply.contacted REQUIRED");
    }

    @Test
    void promisesNothingForADayThatIsOver() {
        var late = new ReplyInput("张伟", MEASURES, "当晚已亮灯。", LocalDate.of(2020, 1, 1), "云溪街道", null, null);

        assertThat(Desk.problems(replies.check(late, "reply"))).containsExactly("reply.promisedOn NOT_IN_ORDER");
    }

    @Test
    void isNoTemplate() {
        var template = graph.ask("{ replyTemplates(kind: FINAL) { code measures result } }");
        var measures = template.texts("replyTemplates[*].measures");
        var results = template.texts("replyTemplates[*].result");

        assertThat(measures).isNotEmpty();
        for (int i = 0; i < measures.size(); i++) {
            assertThat(Desk.problems(replies.check(input("张伟", measures.get(i), results.get(i)), "reply")))
                    .containsExactly("reply.measures TEMPLATE_ONLY");
            assertThat(Desk.problems(
                            replies.check(input("张伟", measures.get(i) + "更换了三盏路灯的灯头和电缆", results.get(i)), "reply")))
                    .isNull();
        }
    }

    @Test
    void isKeptAsSentAndSaysHowToAppeal() {
        var reported = desk.report();
        desk.change(reported, "accepted_at = '2026-03-02T01:40:00Z', status = 'HANDLED'");
        Awaited.the(send(reported, ReplyKind.FINAL, input("张伟 13912340003", MEASURES, "当晚已亮灯。")));

        var answer = graph.ask(REPLIES, Map.of("by", Map.of("id", reported.id())));

        assertThat(answer.list("issue.replies", Object.class)).hasSize(1);
        assertThat(answer.text("issue.replies[0].acceptedAt")).isEqualTo("2026-03-02T01:40:00Z");
        assertThat(answer.text("issue.replies[0].contacted.display")).isEqualTo("张*");
        assertThat(answer.isNull("issue.replies[0].contacted.value")).isTrue();
        assertThat(answer.text("issue.replies[0].appeal")).contains("15日", "12345");
        assertThat(answer.number("issue.replies[0].no")).isEqualTo(1);
    }

    @Test
    void countsWithinItsRound() {
        var reported = desk.report();
        Awaited.the(send(reported, ReplyKind.REJECTION, input(null, MEASURES, "不予受理。")));
        Awaited.the(send(reported, ReplyKind.DIRECT, input("张伟", MEASURES, "当晚已亮灯。")));
        desk.change(reported, "round = 2, accepted_at = now()");
        Awaited.the(send(reported, ReplyKind.FINAL, input("张伟", MEASURES, "当晚已亮灯。")));

        var answer = graph.ask(REPLIES, Map.of("by", Map.of("id", reported.id())));

        assertThat(answer.list("issue.replies[*].round", Integer.class)).containsExactly(1, 1, 2);
        assertThat(answer.list("issue.replies[*].no", Integer.class)).containsExactly(1, 2, 1);
        assertThat(answer.isNull("issue.replies[0].acceptedAt")).isTrue();
        assertThat(answer.text("issue.replies[1].acceptedAt")).isEqualTo(Desk.NOW.toString());
    }

    @Test
    void reachesThoseWhoseIssueGoesOnInAnother() {
        var target = desk.report();
        var second = desk.report(graph.as(TownAccount.LI_NA), Map.of("confidentiality", "PRIVATE"));
        var first = desk.report(graph.anonymous(), Map.of());
        desk.change(second, "status = 'MERGED', merged_into = '" + target.uuid() + "'");
        desk.change(first, "status = 'MERGED', merged_into = '" + second.uuid() + "'");
        Awaited.the(send(target, ReplyKind.FINAL, input("张伟", MEASURES, "当晚已亮灯。")));

        var hers = graph.as(TownAccount.LI_NA).ask(REPLIES, Map.of("by", Map.of("id", second.id())));
        var theirs = graph.anonymous().ask(REPLIES, Map.of("by", Map.of("trackingCode", first.trackingCode())));

        assertThat(hers.texts("issue.replies[*].result")).containsExactly("当晚已亮灯。");
        assertThat(theirs.texts("issue.replies[*].result")).containsExactly("当晚已亮灯。");
        assertThat(graph.as(TownAccount.ZHANG_WEI)
                        .ask(REPLIES, Map.of("by", Map.of("id", second.id())))
                        .code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void isDraftedUntilItIsSent() {
        var reported = desk.report();
        var issue = desk.issue(reported);
        Awaited.the(replies.draft(issue, input("", "写到一半", ""), "member:1", Desk.NOW)
                .thenReturn(true));
        Awaited.the(replies.draft(issue, input("张伟", "又写了一些", ""), "member:1", Desk.NOW)
                .thenReturn(true));

        assertThat(Awaited.the(replies.draftOf(issue.id(), 1))).isEqualTo(input("张伟", "又写了一些", ""));
        Awaited.the(send(reported, ReplyKind.FINAL, input("张伟", MEASURES, "当晚已亮灯。")));
        assertThat(Awaited.the(replies.draftOf(issue.id(), 1).hasElement())).isFalse();
    }

    @Test
    void templatesAreSetByThoseWhoMayAndAtTheVersionTheySaw() {
        var set = """
                mutation($input: SetReplyTemplateInput!) { setReplyTemplate(input: $input) {
                  template { code version isActive } refusal { code ... on StaleVersion { current } ... on InputRejected { problems { path code } } } } }""";

        assertThat(graph.ask(set, template(null, true)).number("setReplyTemplate.template.version"))
                .isEqualTo(1);
        assertThat(graph.ask(set, template(null, true)).text("setReplyTemplate.refusal.problems[0].code"))
                .isEqualTo("DUPLICATE");
        assertThat(graph.ask(set, template(1, false)).number("setReplyTemplate.template.version"))
                .isEqualTo(2);
        assertThat(graph.ask(set, template(1, true)).number("setReplyTemplate.refusal.current"))
                .isEqualTo(2);
        assertThat(graph.as(TownAccount.HANDLER).ask(set, template(2, true)).code())
                .isEqualTo("NOT_PERMITTED");
        assertThat(graph.as(TownAccount.NEWCOMER)
                        .ask("{ replyTemplates { code } }")
                        .code())
                .isEqualTo("NOT_PERMITTED");
        assertThat(Desk.problems(replies.check(input("张伟", "新模板的办理措施写在这里供参考使用。", "新模板的结果。"), "reply")))
                .isNull();
    }

    private reactor.core.publisher.Mono<Reply> send(Desk.Reported reported, ReplyKind kind, ReplyInput input) {
        return replies.send(desk.issue(reported), kind, input, "member:1", Desk.NOW);
    }

    private static Map<String, Object> template(@Nullable Integer version, boolean isActive) {
        var input = new java.util.HashMap<String, @Nullable Object>(Map.of(
                "key", java.util.UUID.randomUUID().toString(),
                "code", "LAMP",
                "kind", "FINAL",
                "title", "路灯",
                "measures", "新模板的办理措施写在这里供参考使用。",
                "result", "新模板的结果。",
                "isActive", isActive));
        input.put("expectedVersion", version);
        return Map.of("input", input);
    }

    private static ReplyInput input(@Nullable String contacted, String measures, String result) {
        return input(contacted, measures, result, "云溪街道");
    }

    private static ReplyInput input(@Nullable String contacted, String measures, String result, String unit) {
        return new ReplyInput(
                contacted == null || contacted.isEmpty() ? null : contacted, measures, result, null, unit, null, null);
    }
}
