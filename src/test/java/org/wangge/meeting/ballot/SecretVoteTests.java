package org.wangge.meeting.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.meeting.Deliberation;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// Whoever reads all tables does not know who voted for what: neither from what is written of a vote, nor
/// from what was written together with it, nor by trying all options.
@ApiTest
class SecretVoteTests {
    @Autowired
    Graph graph;

    @Test
    void whatIsWrittenOfAVoteIsTheSameForEachOption() {
        var ballot = opened();
        cast(TownAccount.ZHANG_WEI, ballot, 1, UUID.randomUUID());
        cast(TownAccount.LI_NA, ballot, 2, UUID.randomUUID());

        var first = written(ballot, TownHomes.ZHANG_WEI.uuid());
        var second = written(ballot, TownHomes.LI_NA.uuid());

        assertThat(first).contains("vote", "command").isNotEmpty();
        assertThat(shapes(ballot, TownHomes.ZHANG_WEI.uuid())).isEqualTo(shapes(ballot, TownHomes.LI_NA.uuid()));
        assertThat(first).isSubsetOf("vote", "command", "event", "stream");
        assertThat(second).isSubsetOf("vote", "command", "event", "stream");
        assertThat(Tables.texts(
                        graph.database(),
                        "select count(distinct length(paper)) || ' ' || count(distinct paper) from vote where "
                                + of(ballot)))
                .containsExactly("1 2");
    }

    @Test
    void theKeyOfAVoteIsThatOfEveryOption() {
        var ballot = opened();
        var key = UUID.randomUUID();
        cast(TownAccount.ZHANG_WEI, ballot, 1, key);

        var kept = Tables.texts(graph.database(), "select encode(hash, 'hex') from command where key = '" + key + "'")
                .getFirst();
        var again = new Deliberation(graph)
                .as(TownAccount.ZHANG_WEI)
                .ballot("castVote", Map.of("key", key.toString(), "ballotId", ballot, "optionNo", 2));

        var id = new BallotId(GlobalId.decode("ballot", ballot));
        for (int option = 1; option <= 3; option++) {
            assertThat(kept).isNotEqualTo(digest("castVote|" + new CastVoteInput(key, id, option)));
        }
        assertThat(kept).isEqualTo(digest("castVote|" + id));
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        assertThat(again.number("done.ballot.votedCount")).isEqualTo(1);
    }

    @Test
    void nothingIsLeftOfAPaperOnceItIsCounted() {
        var ballot = opened();
        cast(TownAccount.ZHANG_WEI, ballot, 1, UUID.randomUUID());
        cast(TownAccount.LI_NA, ballot, 2, UUID.randomUUID());

        new Deliberation(graph)
                .as(TownAccount.LI)
                .ballot("closeBallot", Map.of("ballotId", ballot, "expectedVersion", 1));

        assertThat(Tables.texts(
                        graph.database(),
                        "select count(*) || ' ' || count(paper) || ' ' || count(option_no) from vote where "
                                + of(ballot)))
                .containsExactly("2 0 0");
        assertThat(Tables.texts(
                        graph.database(),
                        "select tallies::text from ballot where id = '" + GlobalId.decode("ballot", ballot) + "'"))
                .containsExactly("{1,1,0}");
    }

    private String opened() {
        var li = new Deliberation(graph).as(TownAccount.LI);
        var council = li.council(Map.of());
        var topic = li.accepted("无记名事项", council);
        var meeting = li.inSession(
                council, List.of(topic), List.of(TownPeople.LI, TownHomes.ZHANG_WEI, TownHomes.LI_NA, TownHomes.JI));
        var input = Map.of(
                "topicId",
                topic,
                "meetingId",
                meeting,
                "method",
                "SECRET",
                "closesAt",
                Instant.now().plusSeconds(3_600).toString());
        return li.ballot("openBallot", input).text("done.ballot.id");
    }

    private void cast(TownAccount account, String ballot, int option, UUID key) {
        var cast = new Deliberation(graph)
                .as(account)
                .ballot("castVote", Map.of("key", key.toString(), "ballotId", ballot, "optionNo", option));
        assertThat(cast.isNull("done.refusal")).isTrue();
    }

    /// The tables to which the transaction of somebody's vote wrote, as far as its rows are still those.
    private List<String> written(String ballot, UUID voter) {
        return Tables.texts(graph.database(), everyRow("'%s'", ballot, voter));
    }

    /// What it wrote, less what differs from vote to vote: ids, times, counts, papers, digests.
    private List<String> shapes(String ballot, UUID voter) {
        var told = "'%s ' || (to_jsonb(t) - '{id,key,voter,actor,hash,paper,at,n}'::text[])::text";
        return Tables.texts(graph.database(), everyRow(told, ballot, voter)).stream()
                .filter(row -> !row.startsWith("stream "))
                .sorted()
                .toList();
    }

    private String everyRow(String told, String ballot, UUID voter) {
        var vote = "(select v.xmin::text from vote v where v." + of(ballot) + " and v.voter = '" + voter + "')";
        return Tables.texts(graph.database(), """
                        select relname
                        from pg_class
                        where relkind = 'r' and relnamespace = 'public'::regnamespace""").stream()
                .map(table -> "select " + told.formatted(table) + " from " + table + " t where t.xmin::text = " + vote)
                .collect(Collectors.joining(" union all "));
    }

    private static String of(String ballot) {
        return "ballot_id = '" + GlobalId.decode("ballot", ballot) + "'";
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
