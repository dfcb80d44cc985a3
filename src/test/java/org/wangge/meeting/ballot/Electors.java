package org.wangge.meeting.ballot;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.wangge.access.Viewer;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;

/// A council with as many members as a test wants, who have accounts, and a ballot of theirs online. What
/// others could stumble over is taken away in the end: all but the votes, which stay as they were given.
final class Electors implements AutoCloseable {
    private final String database;
    private final UUID council = UUID.randomUUID();
    private final UUID topic = UUID.randomUUID();
    private final UUID ballot = UUID.randomUUID();
    private final int count;

    Electors(String database, int count) {
        this.database = database;
        this.count = count;
        write("""
                insert into council (id, grid_id, grid_key, name, quorum_parts, quorum_of, quorum_above,
                                     threshold_parts, threshold_of, threshold_above, vote_by, notice_days, founded_at)
                select '%1$s', id, grid_key, '%1$s', 1, 2, false, 1, 3, false, 'PERSON', 3, now()
                from grid where grid_key = '1.1.2.'""", council);
        write("""
                with people as (
                  insert into member (id, grid_key, name, origin, card_no, card_title)
                  select md5('%1$s' || i)::uuid, '1.1.2.', '代表' || i, 'KEY_RESIDENT', '%1$s' || i, '代表'
                  from generate_series(1, %2$s) as i
                  returning id), seats as (
                  insert into council_seat (council_id, member_id, role, from_on)
                  select '%1$s', id, 'MEMBER', '2026-01-01' from people), accounts as (
                  insert into account (id, name, kind, member_id)
                  select id, '%1$s' || id, 'STAFF', id from people
                  returning id)
                insert into account_session (id, account_id, begun_at, seen_at, expires_at, second_factor)
                select id, id, now(), now(), '2099-01-01', true from accounts""", council, count);
        write("""
                insert into topic (id, grid_id, grid_key, council_id, source, title, background, options, status,
                                   proposed_by, proposed_at)
                select '%2$s', grid_id, grid_key, id, 'CADRE', '三选一', '三个方案', '{甲,乙,丙}', 'ACCEPTED', 'nobody', now()
                from council where id = '%1$s'""", council, topic);
        write("""
                insert into ballot (id, grid_id, grid_key, council_id, topic_id, method, vote_by, options,
                                    threshold_parts, threshold_of, threshold_above, opens_at, closes_at)
                select '%2$s', grid_id, grid_key, council_id, id, 'ONLINE', 'PERSON', options, 1, 3, false, now(),
                       now() + interval '1 day'
                from topic where id = '%1$s'""", topic, ballot);
    }

    BallotId ballot() {
        return new BallotId(ballot);
    }

    /// The member's id is that of their account, and of its session.
    List<UUID> people() {
        return Tables.texts(
                        database,
                        "select md5('%s' || i)::uuid from generate_series(1, %s) as i".formatted(council, count))
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    static Viewer viewer(UUID person) {
        return new Viewer("member:" + person, person, person, person, null, List.of(), null);
    }

    /// The votes of each option, as the rows have them.
    List<Integer> rows() {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(option -> number("vote where ballot_id = '" + ballot + "' and option_no = " + option))
                .toList();
    }

    int voters() {
        return number("(select distinct voter from vote where ballot_id = '" + ballot + "')");
    }

    int events() {
        return number("event where type = 'BALLOT_VOTED' and subject = '" + ballot + "'");
    }

    private int number(String rows) {
        return Math.toIntExact(Tables.number(database, "select count(*) from " + rows));
    }

    /// Its time is over.
    void ends() {
        write(
                "update ballot set closes_at = now() - interval '1 second', opens_at = now() - interval '1 hour'"
                        + " where id = '%s'",
                ballot);
    }

    @Override
    public void close() {
        write(
                "delete from account_session where account_id in (select member_id from council_seat where council_id = '%s')",
                council);
        write(
                "delete from account where member_id in (select member_id from council_seat where council_id = '%s')",
                council);
        write("delete from council_seat where council_id = '%s'", council);
        write("delete from member where card_no like '%s%%'", council);
    }

    private void write(String sql, Object... values) {
        TestPostgres.execute(database, sql.formatted(values));
    }
}
