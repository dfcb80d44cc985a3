package org.wangge.local.street.matter;

import java.util.List;
import java.util.Set;
import org.wangge.local.street.seed.Dice;

/// A matter in words: the title, and what its teller adds to it. The title decides the type where
/// it says one, so that thanks are never filed as a complaint.
public record Story(String title, String description, String type) {
    private static final Set<String> SAID_IN_TITLES = Set.of("PRAISE", "CONSULTATION", "SUGGESTION");

    static Story of(Topic topic, Scene scene, Dice dice) {
        var subject = topic.subject(scene.courtyard().isEstate(), dice);
        var title = topic.titles().get(subject);
        var told = topic.facts().get(subject)
                + some(0.8, topic.remarks("果", subject), dice)
                + some(0.7, topic.remarks("望", subject), dice);
        return new Story(scene.fill(title), scene.fill(told), type(title, topic, dice));
    }

    private static String some(double probability, List<String> lines, Dice dice) {
        return lines.isEmpty() || !dice.chance(probability) ? "" : dice.pick(lines);
    }

    private static String type(String title, Topic topic, Dice dice) {
        return switch (title.substring(0, 2)) {
            case "表扬", "感谢" -> "PRAISE";
            case "咨询" -> "CONSULTATION";
            case "建议", "希望" -> "SUGGESTION";
            default -> unsaid(topic, dice);
        };
    }

    private static String unsaid(Topic topic, Dice dice) {
        var types = topic.types().stream()
                .filter(type -> !SAID_IN_TITLES.contains(type))
                .toList();
        return types.isEmpty() ? "DEMAND" : dice.pick(types);
    }
}
