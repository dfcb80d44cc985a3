package org.wangge.access;

import static org.wangge.access.ForestRows.row;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Commons.Term;
import org.wangge.access.Forest.Thing;

/// Puts the [Commons] of a [Forest] into a database.
record CommonsRows(ForestRows rows, Commons commons) {
    void write() throws SQLException {
        open();
        councils();
        deliberation();
        helpers();
    }

    private void councils() throws SQLException {
        rows.insert(
                """
                insert into council (id, grid_id, grid_key, name, quorum_parts, quorum_of, quorum_above, threshold_parts,
                                     threshold_of, threshold_above, vote_by, notice_days, founded_at)
                values (?, ?, ?, ?, 1, 2, false, 1, 2, true, 'PERSON', 3, now())""",
                commons.councils,
                (one, i) -> row(one.uuid(), one.at().uuid(), one.at().key(), "议事会" + i));
        rows.insert(
                """
                insert into council_seat (id, council_id, member_id, resident_id, role, from_on, to_on)
                values (?, ?, ?, ?, 'MEMBER', ?, ?)""",
                commons.seats,
                (one, i) -> row(
                        one.uuid(),
                        one.council().uuid(),
                        id(one.worker()),
                        id(one.person()),
                        one.term() == Term.FUTURE ? LocalDate.of(2090, 1, 1) : LocalDate.of(2010, 1, 1),
                        one.term() == Term.PAST ? LocalDate.of(2015, 1, 1) : null));
    }

    private void deliberation() throws SQLException {
        rows.insert(
                """
                insert into topic (id, grid_id, grid_key, council_id, source, title, background, options, proposed_by,
                                   member_id, resident_id, proposed_at)
                values (?, ?, ?, ?, 'CADRE', '林中', '林中的事', '{同意,不同意}', 'street', ?, ?, now())""",
                commons.topics,
                (one, i) -> row(
                        one.uuid(),
                        one.at().uuid(),
                        one.at().key(),
                        id(one.council()),
                        id(one.worker()),
                        id(one.person())));
        rows.insert(
                "insert into topic_issue (topic_id, issue_id) values (?, ?)",
                commons.topics.stream().filter(one -> one.matter() != null).toList(),
                (one, i) -> row(one.uuid(), id(one.matter())));
        rows.insert(
                """
                insert into meeting (id, grid_id, grid_key, council_id, type, title, place, is_public, starts_at, ends_at,
                                     status, content, noticed_at, sign_in_code, called_by)
                values (?, ?, ?, ?, 'REGULAR', '例会', '林中', ?, '2090-01-01', '2090-01-02', ?, '林中的事', now(), 'CODE2345',
                        'street')""",
                commons.meetings,
                (one, i) -> row(
                        one.uuid(),
                        one.at().uuid(),
                        one.at().key(),
                        id(one.council()),
                        one.isPublic(),
                        one.isNoticed() ? "NOTICED" : "DRAFT"));
        rows.insert(
                """
                insert into ballot (id, grid_id, grid_key, council_id, topic_id, meeting_id, method, vote_by, options,
                                    threshold_parts, threshold_of, threshold_above, opens_at, closes_at)
                values (?, ?, ?, ?, ?, ?, ?, 'PERSON', '{同意,不同意}', 1, 2, true, now(), '2090-01-01')""",
                commons.ballots,
                (one, i) -> row(
                        one.uuid(),
                        one.topic().at().uuid(),
                        one.topic().at().key(),
                        id(one.topic().council()),
                        one.topic().uuid(),
                        id(one.meeting()),
                        one.meeting() == null ? "ONLINE" : "SECRET"));
        rows.insert(
                """
                insert into resolution (id, grid_id, grid_key, council_id, topic_id, ballot_id, result, text, status,
                                        adopted_at)
                values (?, ?, ?, ?, ?, ?, 'REJECTED', '林中不改', 'DECIDED', now())""",
                commons.resolutions,
                (one, i) -> row(
                        one.uuid(),
                        one.topic().at().uuid(),
                        one.topic().at().key(),
                        id(one.topic().council()),
                        one.topic().uuid(),
                        id(one.ballot())));
    }

    private void helpers() throws SQLException {
        rows.insert(
                """
                insert into volunteer (id, grid_id, grid_key, member_id, resident_id, actor, name_mask, joined_at)
                values (?, ?, ?, ?, ?, ?, '林*', now())""",
                commons.volunteers,
                (one, i) -> row(
                        one.uuid(), one.at().uuid(), one.at().key(), id(one.worker()), id(one.person()), one.actor()));
        rows.insert(
                """
                insert into enrolment (id, activity_id, volunteer_id, grid_key, status, enrolled_at)
                values (?, ?, ?, ?, 'ENROLLED', now())""",
                commons.enrolments,
                (one, i) -> row(
                        one.uuid(),
                        one.activity().uuid(),
                        one.volunteer().uuid(),
                        one.activity().at().key()));
        rows.insert(
                """
                insert into service_certificate (id, no, check_code, volunteer_id, grid_id, grid_key, from_on, to_on,
                                                 minutes, total_minutes, issued_at, issued_by)
                values (?, ?, 'CODE', ?, ?, ?, '2020-01-01', '2021-01-01', 60, 60, now(), 'street')""",
                commons.certificates,
                (one, i) -> row(
                        one.uuid(),
                        "ZM" + i,
                        one.volunteer().uuid(),
                        one.volunteer().at().uuid(),
                        one.volunteer().at().key()));
    }

    private void open() throws SQLException {
        open(
                "venue",
                "insert into venue (id, grid_id, grid_key, name, kind, address, capacity, created_at, created_by)"
                        + " values (?, ?, ?, '林中', 'OTHER', '林中', 9, now(), 'street')");
        open("socialOrganisation", """
                insert into social_organisation (id, grid_id, grid_key, name, kind, registration, purpose, member_count,
                                                 founded_on, registered_by, registered_at)
                values (?, ?, ?, '林中', 'CHARITY', 'FILED', '林中', 9, '2020-01-01', 'street', now())""");
        open(
                "volunteerTeam",
                "insert into volunteer_team (id, grid_id, grid_key, name, formed_at)"
                        + " values (?, ?, ?, '林中', now())");
        open("activity", """
                insert into activity (id, grid_id, grid_key, title, description, kind, starts_at, ends_at, capacity, code,
                                      held_by, held_at)
                values (?, ?, ?, '林中', '林中', 'OTHER', '2090-01-01', '2090-01-02', 99, '000000', 'street', now())""");
        open("serviceAgency", """
                insert into service_agency (id, grid_id, grid_key, name, credit_code, registered_by, registered_at)
                values (?, ?, ?, '林中', gen_random_uuid()::text, 'street', now())""");
        open("serviceContract", """
                insert into service_contract (id, grid_id, grid_key, agency_id, title, amount, from_on, to_on, signed_by,
                                              signed_at)
                values (?, ?, ?, (select id from service_agency limit 1), '林中', 9, '2020-01-01', '2021-01-01', 'street',
                        now())""");
        open("livelihoodProject", """
                insert into livelihood_project (id, grid_id, grid_key, title, description, kind, collected_by, collected_at)
                values (?, ?, ?, '林中', '林中', 'OTHER', 'street', now())""");
        open("projectBallot", """
                insert into project_ballot (id, grid_id, grid_key, title, choices, opens_at, closes_at, voter_count,
                                            opened_by)
                values (?, ?, ?, '林中', 1, '2090-01-01', '2090-01-02', 9, 'street')""");
    }

    private void open(String type, String sql) throws SQLException {
        rows.insert(
                sql,
                commons.open(type),
                (one, i) -> row(one.uuid(), one.at().uuid(), one.at().key()));
    }

    private static @Nullable UUID id(@Nullable Thing one) {
        return one == null ? null : one.uuid();
    }
}
