package org.wangge.local.street.society;

import java.time.LocalDate;
import java.util.Comparator;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;

/// Certificates (志愿服务证明) of those who served most, as rows of `service_certificate`; one was revoked.
/// Whoever loads them lets the sequence of their numbers go on behind the last.
final class Certificates {
    private static final int COUNT = 24;
    private static final int REVOKED = 7;
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final Sheet sheet = new Sheet(
            "service_certificate",
            "id, no, check_code, volunteer_id, grid_id, grid_key, from_on, to_on, minutes, total_minutes, issued_at,"
                    + " issued_by, revoked_at, revoked_by, revoke_reason, version");
    private final Neighbourhood around;
    private final LocalDate toOn;

    Certificates(Neighbourhood around) {
        this.around = around;
        this.toOn = around.history().today().minusDays(2);
    }

    Sheet of(Volunteers volunteers) {
        var most = volunteers.all().stream()
                .sorted(Comparator.comparingInt((Volunteer one) -> one.minutes())
                        .reversed()
                        .thenComparing(one -> one.id))
                .limit(COUNT)
                .toList();
        most.forEach(this::certify);
        return sheet;
    }

    private void certify(Volunteer one) {
        var number = sheet.rows() + 1;
        var dice = Dice.named("certificate", number);
        var issuedAt = History.at(toOn, 36_000 + 300 * number);
        var id = dice.id(issuedAt);
        var clerk = around.clerk("GOVERNANCE", dice).actor();
        var course = around.chronicle().course(id, one.place.key()).step("CERTIFICATE_ISSUED", issuedAt);
        var from = around.history().startOn();
        sheet.cells(id, "ZM" + toOn.minusDays(1).getYear() + Digits.of(number, 8), checkCode(dice), one.id)
                .cells(one.place.id(), one.place.key(), from, toOn, one.minutes(from, toOn), one.minutes())
                .cells(issuedAt, clerk);
        if (number == REVOKED) {
            var at = issuedAt.plusSeconds(7_200);
            course.step("CERTIFICATE_REVOKED", at);
            sheet.cells(at, clerk, "志愿者申请更正服务时段，原证明作废后重新开具。");
        } else {
            sheet.cells((Object) null, null, null);
        }
        sheet.cells(course.version()).end();
    }

    private static String checkCode(Dice dice) {
        var code = new StringBuilder();
        for (var i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(dice.below(ALPHABET.length())));
        }
        return code.toString();
    }
}
