package org.wangge.organisation.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.organisation.activity.Organiser;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

/// A certificate says what was served, to anybody who has it in hand, and nobody learns whose it is.
@ApiTest
class CertificateTests {
    private static final String FIELDS =
            "certificate { id no checkCode serviceMinutes starLevel isValid version volunteer { id } issuer { name } issuedBy { name } }";
    private static final String VERIFY = """
            query($no: String!, $code: String!) { verifyCertificate(no: $no, checkCode: $code) {
              no isValid serviceMinutes starLevel fromOn toOn revokedAt issuer { name } } }""";

    @Autowired
    Graph graph;

    @Test
    void isVerifiedByAnybodyWithoutAName() {
        var certificate = issue(TownAccount.LI, served(45));
        var no = certificate.text("done.certificate.no");
        var code = certificate.text("done.certificate.checkCode");

        var check = verify(no, code.toLowerCase(Locale.ROOT).replace("-", ""));

        assertThat(certificate.text("done.certificate.issuedBy.name")).isEqualTo("李建国");
        assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(check.get("verifyCertificate.isValid", Boolean.class)).isTrue();
        assertThat(check.number("verifyCertificate.serviceMinutes")).isBetween(44, 45);
        assertThat(check.text("verifyCertificate.issuer.name")).isEqualTo("柳一格");
        assertThat(verify(no, "AAAA-BBBB-CCCC").isNull("verifyCertificate")).isTrue();
        assertThat(verify("ZM202600000000", code).isNull("verifyCertificate")).isTrue();
    }

    @Test
    void holdsUntilItIsRevoked() {
        var certificate = issue(TownAccount.LI, served(20));
        var id = certificate.text("done.certificate.id");
        Map<String, Object> revoke = Map.of("certificateId", id, "expectedVersion", 1, "reason", "记录有误");

        var stale = new Deeds(graph.as(TownAccount.LI))
                .done("revokeCertificate", FIELDS, Map.of("certificateId", id, "expectedVersion", 4, "reason", "错"));
        var elsewhere = new Deeds(graph.as(TownAccount.OUYANG)).done("revokeCertificate", FIELDS, revoke);
        var revoked = new Deeds(graph.as(TownAccount.LI)).done("revokeCertificate", FIELDS, revoke);
        var again = new Deeds(graph.as(TownAccount.LI))
                .done("revokeCertificate", FIELDS, Map.of("certificateId", id, "expectedVersion", 2, "reason", "错"));

        assertThat(stale.number("done.refusal.current")).isEqualTo(1);
        assertThat(Deeds.problems(elsewhere)).containsExactly("certificateId UNKNOWN");
        assertThat(revoked.get("done.certificate.isValid", Boolean.class)).isFalse();
        assertThat(again.text("done.refusal.state")).isEqualTo("REVOKED");
        var check = verify(certificate.text("done.certificate.no"), certificate.text("done.certificate.checkCode"));
        assertThat(check.get("verifyCertificate.isValid", Boolean.class)).isFalse();
        assertThat(check.text("verifyCertificate.revokedAt")).isNotBlank();
    }

    @Test
    void saysNothingWhereNothingWasServed() {
        var volunteer = new Organiser(graph).volunteer("未服务");

        assertThat(Deeds.problems(issue(TownAccount.LI, volunteer))).containsExactly("fromOn UNKNOWN");
        assertThat(Deeds.problems(issue(TownAccount.LI, volunteer, Map.of("toOn", "2020-01-01"))))
                .containsExactly("toOn NOT_IN_ORDER");
        assertThat(Deeds.problems(issue(TownAccount.OUYANG, volunteer))).containsExactly("volunteerId UNKNOWN");
    }

    @Test
    void nobodyCertifiesThemself() {
        var li = new Deeds(graph.as(TownAccount.LI));
        li.done("becomeVolunteer", "volunteer { id }", Map.of("gridId", Town.WILLOW_ONE.id()));
        var self = graph.as(TownAccount.LI).ask("{ myVolunteering { id } }").text("myVolunteering.id");

        assertThat(issue(TownAccount.LI, self).text("done.refusal.code")).isEqualTo("SELF_VERIFICATION");
    }

    @ParameterizedTest
    @EnumSource(names = {"WANG", "INTAKE", "ZHANG_WEI", "AUDITOR"})
    void isIssuedByNobodyElse(TownAccount account) {
        assertThat(issue(account, new Organiser(graph).volunteer("丁")).code()).isEqualTo("NOT_PERMITTED");
    }

    private String served(int minutes) {
        var organiser = new Organiser(graph);
        var volunteer = organiser.volunteer("服务者");
        organiser.served(volunteer, minutes);
        return volunteer;
    }

    private Answer verify(String no, String code) {
        return graph.anonymous().ask(VERIFY, Map.of("no", no, "code", code));
    }

    private Answer issue(TownAccount account, String volunteer) {
        return issue(account, volunteer, Map.of());
    }

    private Answer issue(TownAccount account, String volunteer, Map<String, ?> fields) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Map<String, Object> input = new HashMap<>(Map.of(
                "volunteerId", volunteer,
                "fromOn", today.minusDays(1).toString(),
                "toOn", today.plusDays(1).toString()));
        input.putAll(fields);
        return new Deeds(graph.as(account)).done("issueCertificate", FIELDS, input);
    }
}
