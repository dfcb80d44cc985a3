package org.wangge.local.street.matter;

import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.team.Calling;

/// How urgent a matter is, how far up it goes (小事不出格、大事不出村、难事不出街), who may read it.
public record Grade(String urgency, String level, String confidentiality) {
    static Grade of(Topic topic, Story story, String usualUrgency, Dice dice) {
        return new Grade(urgency(usualUrgency, dice), level(topic.handler()), confidentiality(topic, story, dice));
    }

    private static String urgency(String usual, Dice dice) {
        var mark = dice.share();
        return !usual.equals("NORMAL") || mark > 0.06 ? usual : mark < 0.04 ? "URGENT" : "COMPLEX";
    }

    private static String level(Calling handler) {
        return switch (handler) {
            case MEMBER -> "GRID";
            case OFFICER -> "SUBDISTRICT";
            default -> "COMMUNITY";
        };
    }

    private static String confidentiality(Topic topic, Story story, Dice dice) {
        var mark = dice.share();
        return switch (topic.confidentiality()) {
            case "PRIVATE" -> mark < 0.8 ? "PRIVATE" : "INTERNAL";
            case "INTERNAL" -> mark < 0.6 ? "INTERNAL" : "PUBLIC";
            default -> mark < (story.type().equals("REPORT") ? 0.4 : 0.02) ? "INTERNAL" : "PUBLIC";
        };
    }
}
