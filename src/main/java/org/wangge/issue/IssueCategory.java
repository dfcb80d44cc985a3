package org.wangge.issue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;

/// What issues are about, in two levels; reference data that can grow without a release.
public record IssueCategory(
        CategoryId id,
        String code,
        @Nullable String parentCode,
        String labelChinese,
        String labelEnglish,
        Urgency defaultUrgency)
        implements Node {
    String label(Locale locale) {
        return locale.getLanguage().equals("en") ? labelEnglish : labelChinese;
    }
}
