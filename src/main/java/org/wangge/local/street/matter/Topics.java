package org.wangge.local.street.matter;

import java.util.ArrayList;
import java.util.List;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Words;

/// All topics, one word list for each first-level category.
final class Topics {
    private static final List<String> CLASSES = List.of(
            "infrastructure",
            "environment",
            "social_security",
            "science_education_culture_health",
            "public_safety",
            "dispute",
            "city_appearance",
            "construction",
            "property_housing",
            "transport",
            "agriculture_rural",
            "labour",
            "market",
            "party_government",
            "other");

    private final List<Topic> topics = new ArrayList<>();

    Topics() {
        for (var name : CLASSES) {
            var words = Words.from("issues/" + name);
            words.headings().forEach(heading -> topics.add(Topic.of(heading, words.lines(heading))));
        }
    }

    List<Topic> all() {
        return topics;
    }

    Topic pick(int month, Dice dice) {
        var sum = topics.stream().mapToDouble(topic -> topic.weightIn(month)).sum();
        var mark = dice.share() * sum;
        for (var topic : topics) {
            mark -= topic.weightIn(month);
            if (mark < 0) {
                return topic;
            }
        }
        return topics.getLast();
    }
}
