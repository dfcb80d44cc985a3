package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.wangge.access.personal.TestKeys;
import org.wangge.town.RunningWangge;
import org.wangge.town.TestPostgres;

/// The holidays, from the sentences of the State Council's notices.
@ExtendWith(OutputCaptureExtension.class)
class NoticeTests {
    private static final String YEAR = """
            国务院办公厅关于2027年部分节假日安排的通知
            国办发明电〔2026〕9号
            各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
            经国务院批准，现将2027年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
            一、元旦：1月1日（周五）至3日（周日）放假，共3天。
            二、春节：2月5日（农历除夕前一日、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
            三、清明节：4月5日（周一）放假1天，不调休。
            四、劳动节：5月1日（星期六）至5日（星期三）放假调休，共5天。5月8日（星期六）上班。
            五、端午节：6月9日（周三）放假1天，不调休。
            六、中秋节：9月15日（周三）放假1天。
            七、国庆节：10月1日(周五)至7日(周四)放假调休, 共7天。
            节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作，遇有重大突发事件，要按规定及时报告并妥善处置。
            国务院办公厅
            2026年11月4日
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "2025, 2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11",
        "2026, 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"
    })
    void makeTheseWeekendsWorkedAnd248DaysOfTheYear(int year, String worked) {
        var time = Calendars.ours();
        var days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(time::isWorkday)
                .toList();

        assertThat(days).hasSize(248);
        assertThat(days.stream()
                        .filter(NoticeTests::isWeekend)
                        .map(LocalDate::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, 2025-01-01",
        "2025-01-28, 2025-02-04",
        "2025-04-04, 2025-04-06",
        "2025-05-01, 2025-05-05",
        "2025-05-31, 2025-06-02",
        "2025-10-01, 2025-10-08",
        "2026-01-01, 2026-01-03",
        "2026-02-15, 2026-02-23",
        "2026-04-04, 2026-04-06",
        "2026-05-01, 2026-05-05",
        "2026-06-19, 2026-06-21",
        "2026-09-25, 2026-09-27",
        "2026-10-01, 2026-10-07"
    })
    void makeTheseDaysFreeAndTheDaysAroundThemNot(LocalDate first, LocalDate last) {
        var time = Calendars.ours();

        assertThat(first.datesUntil(last.plusDays(1))).noneMatch(time::isWorkday);
        assertThat(isWeekend(first.minusDays(1)) || time.isWorkday(first.minusDays(1)))
                .isTrue();
        assertThat(isWeekend(last.plusDays(1)) || time.isWorkday(last.plusDays(1)))
                .isTrue();
    }

    @Test
    void canBePastedWholeIntoAFolder() throws IOException {
        Files.writeString(folder.resolve("2027.txt"), YEAR);

        var time = Calendars.with(folder, new SimpleMeterRegistry());

        assertThat(free(time, 2027))
                .isEqualTo("01-01 02-05 02-08 02-09 02-10 02-11 04-05 05-03 05-04 05-05 06-09 09-15"
                        + " 10-01 10-04 10-05 10-06 10-07");
        assertThat(time.isWorkday(LocalDate.of(2027, 1, 31))).isTrue();
        assertThat(time.isWorkday(LocalDate.of(2027, 5, 8))).isTrue();
        assertThat(time.isWorkday(LocalDate.of(2026, 10, 10))).isTrue();
    }

    @Test
    void canBeWrittenAsWindowsDoesAndGoBeforeOurs() throws IOException {
        var notice = ours(2026).replace("5月9日（周六）上班", "5月10日（周日）上班");
        Files.write(folder.resolve("2026年.txt"), notice.getBytes(Charset.forName("GB18030")));

        var time = Calendars.with(folder, new SimpleMeterRegistry());

        assertThat(time.isWorkday(LocalDate.of(2026, 5, 9))).isFalse();
        assertThat(time.isWorkday(LocalDate.of(2026, 5, 10))).isTrue();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1月1日（周四）至3日       | 1月1日（周三）至3日         | line 2: 2026-01-01 is a 周四, not a 周三
            共9天                     | 共8天                       | line 3: these are 9 days, not 8
            （周日）上班。            | （周一）上班。              | line 2: 2026-01-04 is a 周日, not a 周一
            1月4日（周日）上班        | 1月5日（周一）上班          | line 2: 2026-01-05 is worked anyway
            1月4日（周日）上班        | 1月4日上班                  | line 2: the weekday is missing at 2026-01-04
            1月4日（周日）上班        | 1月3日（周六）上班          | line 2: 2026-01-03 is there twice
            4月4日（周六）至6日       | 4月4日（周六）至2日         | line 4: 2026-04-02 is a 周四, not a 周一
            5月1日（周五）            | 4月31日（周五）             | line 5: there is no day 4月31日
            端午节：                  | 端午：                      | line 6: 端午 is no holiday of the country
            端午节：                  | 元旦：                      | line 6: 元旦 is there twice
            端午节：                  | 端午节                      | line 6: no sentence like
            6月19日（周五）至21日（周日）放假，共3天。 | 6月19日（周五）至21日（周日）放假。 | line 6: it does not say how many days
            2月14日（周六）、2月28日（周六）上班 | 2月14日（周六）2月28日（周六）上班 | line 3: no days worked in
            9月25日                   | 10月1日                     | line 7: 2026-10-01 is a 周四, not a 周五
            """)
    void areRefusedWithFileAndLineWhenTheyCannotBeTrue(String right, String wrong, String reason) throws IOException {
        var notice = ours(2026);
        assertThat(notice).contains(right);
        Files.writeString(folder.resolve("2026.txt"), notice.replaceFirst(java.util.regex.Pattern.quote(right), wrong));

        assertThatThrownBy(() -> Calendars.with(folder, new SimpleMeterRegistry()))
                .isInstanceOf(WrongNotice.class)
                .hasMessageContaining("2026.txt")
                .hasMessageContaining(reason);
    }

    @Test
    void areRefusedWhenAHolidayIsMissing() throws IOException {
        Files.writeString(folder.resolve("2026.txt"), ours(2026).replaceFirst("(?m)^端午节.*\n", ""));

        assertThatThrownBy(() -> Calendars.with(folder, new SimpleMeterRegistry()))
                .hasMessageContaining("2026.txt: missing: [端午节]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"next.txt", "27.txt"})
    void areRefusedUnderANameWithoutAYear(String name) throws IOException {
        Files.writeString(folder.resolve(name), YEAR);

        assertThatThrownBy(() -> Calendars.with(folder, new SimpleMeterRegistry()))
                .hasMessageContaining(name)
                .hasMessageContaining("the name must begin with the year");
    }

    @Test
    void areNotReadTwiceForAYear() throws IOException {
        Files.writeString(folder.resolve("2027.txt"), YEAR);
        Files.writeString(folder.resolve("2027-new.txt"), YEAR);

        assertThatThrownBy(() -> Calendars.with(folder, new SimpleMeterRegistry()))
                .hasMessageContaining("there is another file for 2027");
    }

    @Test
    void leaveOfAYearWithoutOneOnlyWeekendsAndSaySoOnce(CapturedOutput output) {
        var meters = new SimpleMeterRegistry();
        var time = Calendars.with(null, meters);

        var days = LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).filter(time::isWorkday);

        assertThat(days).hasSize(261).noneMatch(NoticeTests::isWeekend);
        assertThat(meters.get("wangge.calendar.missing.years").gauge().value()).isEqualTo(1);
        assertThat(output.getOut().split("There is no notice of the holidays of 2027", -1))
                .hasSize(2);
    }

    @Test
    void stopTheStartWithASentenceWhenTheyAreWrong() throws Exception {
        Files.writeString(folder.resolve("2027.txt"), YEAR.replace("共7天", "共8天"));

        var started = RunningWangge.start(
                folder.resolve("data"),
                "--wangge.calendar.folder=" + folder,
                "--wangge.database.url=" + TestPostgres.jdbcUrl(TestPostgres.emptyDatabase()),
                "--wangge.database.user=postgres",
                "--wangge.personal.master-key=" + TestKeys.MASTER);

        assertThat(started.untilEnd()).isNotZero();
        assertThat(started.output())
                .contains("2027.txt, line 6: these are 7 days, not 8")
                .contains("Action:")
                .doesNotContain("\tat ");
    }

    private static String ours(int year) throws IOException {
        return Files.readString(Path.of("src/main/resources/org/wangge/issue/clock/notices/" + year + ".txt"));
    }

    private static String free(WorkingTime time, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> !isWeekend(day) && !time.isWorkday(day))
                .map(day -> day.toString().substring(5))
                .collect(Collectors.joining(" "));
    }

    private static boolean isWeekend(LocalDate day) {
        return Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
    }
}
