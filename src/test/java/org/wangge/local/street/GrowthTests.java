package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.access.personal.TestKeys;
import org.wangge.local.street.seed.Sheet;

class GrowthTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 1);

    @Test
    void isTheSameToTheByteOnTheSameDay() {
        assertThat(digests(grown(TODAY))).isEqualTo(digests(grown(TODAY)));
    }

    @Test
    void keepsTheGroundOnAnotherDayAndMovesTheHistory() {
        var today = digests(grown(TODAY));

        var leapDay = digests(grown(LocalDate.of(2028, 2, 29)));

        assertThat(leapDay.get("grid")).isEqualTo(today.get("grid"));
        assertThat(leapDay.get("member")).isEqualTo(today.get("member"));
        assertThat(leapDay.get("issue")).isNotEqualTo(today.get("issue"));
    }

    @Test
    void writesTheTablesInTheOrderInWhichTheyRefer() {
        assertThat(grown(TODAY))
                .extracting(Sheet::table)
                .containsExactly(
                        "grid",
                        "grid_area",
                        "department",
                        "member",
                        "assignment",
                        "duty_item",
                        "dispatch_rule",
                        "post",
                        "duty_shift",
                        "premises",
                        "household",
                        "resident",
                        "residence_period",
                        "issue",
                        "issue_timeline",
                        "work_order",
                        "issue_merge",
                        "issue_pause",
                        "issue_extension",
                        "issue_supervision",
                        "issue_escalation",
                        "issue_clock",
                        "issue_clock_pause",
                        "issue_alarm",
                        "issue_evidence",
                        "issue_reply",
                        "issue_rating",
                        "issue_callback",
                        "venue",
                        "venue_booking",
                        "social_organisation",
                        "volunteer",
                        "volunteer_team",
                        "team_volunteer",
                        "activity",
                        "enrolment",
                        "service_credit",
                        "service_certificate",
                        "service_agency",
                        "service_contract",
                        "contract_indicator",
                        "instalment",
                        "contract_evaluation",
                        "contract_activity",
                        "council",
                        "council_seat",
                        "topic",
                        "topic_issue",
                        "topic_support",
                        "topic_step",
                        "meeting",
                        "meeting_topic",
                        "meeting_attendance",
                        "ballot",
                        "vote",
                        "resolution",
                        "resolution_objection",
                        "livelihood_project",
                        "project_issue",
                        "project_support",
                        "project_stage",
                        "project_rating",
                        "project_ballot",
                        "project_candidate",
                        "project_voter",
                        "event");
    }

    @Test
    void leavesNoSlotUnfilled() throws IOException {
        for (var sheet : grown(TODAY)) {
            if (sheet.table().equals("issue")) {
                var text = new String(sheet.open().readAllBytes(), StandardCharsets.UTF_8);
                var withoutHands = text.replaceAll("\\{[0-9a-f,-]*}", "");
                assertThat(withoutHands).doesNotContain("{", "}");
            }
        }
    }

    private static List<Sheet> grown(LocalDate today) {
        try (var growth = new Growth(today, Migrations.categories(), Migrations.limits(), TestKeys.keyring())) {
            var sheets = new ArrayList<Sheet>();
            growth.parts().forEach(part -> sheets.addAll(part.get()));
            sheets.add(growth.events(1));
            return sheets;
        }
    }

    private static Map<String, String> digests(List<Sheet> sheets) {
        var digests = new LinkedHashMap<String, String>();
        sheets.forEach(sheet -> digests.put(sheet.table(), digest(sheet)));
        return digests;
    }

    private static String digest(Sheet sheet) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(sheet.open().readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
