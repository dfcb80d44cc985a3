package org.wangge.personnel;

import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Sort;

/// How a list of members is ordered.
public record MemberOrder(Field field, Direction direction) {
    static final MemberOrder BY_CARD = new MemberOrder(Field.CARD_NO, Direction.ASC);

    /// The columns a list of members can be ordered by; names by pinyin.
    public enum Field {
        CARD_NO,
        NAME
    }

    Sort<Member> sort() {
        return switch (field) {
            case CARD_NO -> new Sort<>("m.card_no", Sort.Kind.TEXT, Member::cardNo, direction);
            case NAME -> new Sort<>("m.name collate \"zh-x-icu\"", Sort.Kind.TEXT, Member::name, direction);
        };
    }
}
