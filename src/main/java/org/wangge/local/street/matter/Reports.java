package org.wangge.local.street.matter;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Words;

/// Has matters reported: a topic of the season, a courtyard it fits, words, and a teller.
public final class Reports {
    /// What the gauges, probes and alarms of the street can report.
    private static final Set<String> SENSED =
            Set.of("FLOOD", "GAS_SUPPLY", "FIRE_SAFETY", "MANHOLE_COVER", "WATER_POLLUTION");

    private final Topics topics = new Topics();
    private final Words sources = Words.from("sources");
    private final Set<String> trackingCodes = new HashSet<>();
    private final List<Place> courtyards;
    private final Map<String, Category> categories;
    private final Teller.Circle circle;

    public Reports(Land land, List<Category> categories, Teller.Circle circle) {
        this.courtyards = land.at(5);
        this.categories = categories.stream().collect(Collectors.toMap(Category::code, Function.identity()));
        this.circle = circle;
    }

    public Report at(Instant at, Dice dice) {
        var id = dice.id(at);
        var topic = topics.pick(at.atZone(History.ZONE).getMonthValue(), dice);
        var scene = Scene.at(courtyard(topic, dice), dice);
        var story = Story.of(topic, scene, dice);
        var grade = Grade.of(topic, story, category(topic).urgency(), dice);
        var teller = circle.tell(source(topic, story, dice), scene.courtyard(), at, dice);
        var told = begun(story, teller, dice);
        return new Report(id, trackingCode(dice), topic, told, Site.of(scene, dice), grade, teller, at);
    }

    /// Somebody else tells of the same matter, some metres from there.
    public Report echo(Report told, Instant at, Dice dice) {
        var courtyard = told.site().grid();
        var source = dice.pick(sources.words("DEMAND"));
        var teller = circle.tell(source, courtyard, at, dice);
        var text = dice.pick(sources.lines("again")).replace("{题}", told.story().title());
        var story = new Story(told.story().title(), text, told.story().type());
        var site = new Site(courtyard, told.site().spot(), told.site().words());
        return new Report(dice.id(at), trackingCode(dice), told.topic(), story, site, told.grade(), teller, at);
    }

    public Category category(Topic topic) {
        return Objects.requireNonNull(categories.get(topic.code()), topic.code());
    }

    private Place courtyard(Topic topic, Dice dice) {
        while (true) {
            var courtyard = dice.pick(courtyards);
            if (topic.setting().equals("ANY") || topic.setting().equals("ESTATE") == courtyard.isEstate()) {
                return courtyard;
            }
        }
    }

    private String source(Topic topic, Story story, Dice dice) {
        var sensed = SENSED.contains(topic.code()) && isSeen(story) && dice.chance(0.2);
        return sensed ? "IOT_SENSOR" : dice.pick(sources.words(story.type()));
    }

    private static boolean isSeen(Story story) {
        return story.type().equals("INCIDENT") || story.type().equals("HAZARD");
    }

    private Story begun(Story story, Teller teller, Dice dice) {
        var openings = sources.lines(!teller.isStaff() ? "residents" : isSeen(story) ? "seen" : "told");
        var opening = dice.chance(0.45) ? dice.pick(openings) : "";
        return new Story(story.title(), opening + story.description(), story.type());
    }

    private String trackingCode(Dice dice) {
        var code = new StringBuilder();
        for (var bits = dice.next(); code.length() < 10; bits >>>= 5) {
            code.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt((int) (bits & 31)));
        }
        return trackingCodes.add(code.toString()) ? code.toString() : trackingCode(dice);
    }
}
