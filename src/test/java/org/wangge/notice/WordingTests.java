package org.wangge.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTests {
    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void tellsEveryKindInBothLanguages(NoticeKind kind) {
        for (var locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(Wording.of(kind, List.of("路灯不亮"), locale))
                    .contains("路灯不亮")
                    .doesNotContain("{", "}");
            assertThat(Wording.of(kind, List.of("路灯不亮", "3月9日"), locale))
                    .contains("路灯不亮")
                    .doesNotContain("{", "}");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = NoticeKind.class,
            names = {"INFO_WANTED", "ISSUE_REJECTED", "ISSUE_EXTENDED", "URGED", "DUE_SOON", "ORDER_RECEIVED"})
    void saysMoreWhereThereIsMore(NoticeKind kind) {
        assertThat(Wording.of(kind, List.of("路灯不亮", "请补充照片"), Locale.CHINESE)).contains("请补充照片");
    }

    @org.junit.jupiter.api.Test
    void tellsConstantsInTheReadersLanguage() {
        assertThat(Wording.of(NoticeKind.BREACHED, List.of("A-1", "HANDLE"), Locale.CHINESE))
                .isEqualTo("“A-1”已超期：办结。");
        assertThat(Wording.of(NoticeKind.BREACHED, List.of("A-1", "HANDLE"), Locale.ENGLISH))
                .isEqualTo("“A-1” is late: handling.");
    }

    @org.junit.jupiter.api.Test
    void leavesWordsAsTheyAreThatLookLikePatterns() {
        assertThat(Wording.of(NoticeKind.URGED, List.of("{1} it''s", "'{0}'"), Locale.ENGLISH))
                .isEqualTo("“{1} it''s” is urged: '{0}'");
    }
}
