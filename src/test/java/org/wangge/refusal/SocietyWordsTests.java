package org.wangge.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wangge.meeting.session.MeetingStatus;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.notice.publicity.PolicyNoticeStatus;
import org.wangge.organisation.activity.ActivityStatus;
import org.wangge.organisation.activity.EnrolmentStatus;
import org.wangge.organisation.agency.ContractStatus;
import org.wangge.organisation.agency.InstalmentStatus;
import org.wangge.project.ProjectStatus;
import org.wangge.project.ballot.BallotStatus;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import org.wangge.refusal.SocietyRefusal.VenueClosed;
import org.wangge.refusal.SocietyRefusal.VenueTaken;

/// What people read when venues, organisations and projects refuse is in their words, with no name of the contract in
/// it.
class SocietyWordsTests {
    private static final String NAME_OF_THE_CONTRACT = "(?s).*[A-Z]{2,}.*";
    private static final Map<String, Enum<?>[]> STATES = Map.of(
            "activity", ActivityStatus.values(),
            "enrolment", EnrolmentStatus.values(),
            "contract", ContractStatus.values(),
            "instalment", InstalmentStatus.values(),
            "project", ProjectStatus.values(),
            "projectBallot", BallotStatus.values(),
            "topic", TopicStatus.values(),
            "meeting", MeetingStatus.values(),
            "policyNotice", PolicyNoticeStatus.values());

    @Test
    void statesAreToldInTheLanguageOfTheReader() {
        STATES.forEach((group, states) -> {
            var names = Arrays.stream(states).map(Enum::name).toList();
            names.forEach(name -> isReadable(new NotInThisState(group, name, names)));
        });
        isReadable(new NotInThisState("ballot", "OPEN", List.of("CLOSED")));
        isReadable(new NotInThisState("booking", "CANCELLED", List.of("HELD")));
        isReadable(new NotInThisState("certificate", "REVOKED", List.of("VALID")));
    }

    @Test
    void whatStandsInTheWayIsNamedWithItsTime() {
        var taken = new VenueTaken(
                List.of(), "老年书法班", Instant.parse("2026-03-09T01:00:00Z"), Instant.parse("2026-03-09T02:30:00Z"));

        assertThat(Words.of(taken, Locale.CHINESE)).contains("老年书法班", "2026-03-09 09:00", "2026-03-09 10:30");
        assertThat(Words.of(taken, Locale.ENGLISH)).contains("2026-03-09 09:00");
    }

    @Test
    void allOthersAreToldAsWell() {
        var days = Stream.of(DayOfWeek.values())
                .map(day -> new VenueClosed.Open(day.name(), "08:30", "21:00"))
                .toList();

        isReadable(new VenueClosed(days));
        isReadable(new SocietyRefusal.AttendanceOpen(List.of()));
        isReadable(new SocietyRefusal.SignerCannotEvaluate());
        isReadable(new SocietyRefusal.InstalmentWithheld(1, 30_000));
        isReadable(new SocietyRefusal.SupportMissing(3, 1));
        isReadable(new SocietyRefusal.StagesOpen(List.of(1, 2)));
        isReadable(new SocietyRefusal.NotARepresentative());
        isReadable(new SocietyRefusal.NobodyAddressed());
    }

    private static void isReadable(Refusal refusal) {
        assertThat(Words.of(refusal, Locale.CHINESE))
                .doesNotMatch(NAME_OF_THE_CONTRACT)
                .containsPattern("\\p{IsHan}");
        assertThat(Words.of(refusal, Locale.ENGLISH))
                .doesNotMatch(NAME_OF_THE_CONTRACT)
                .doesNotContainPattern("\\p{IsHan}");
    }
}
