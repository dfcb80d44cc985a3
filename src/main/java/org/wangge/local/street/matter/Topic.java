package org.wangge.local.street.matter;

import java.util.List;
import java.util.stream.IntStream;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.team.Calling;

/// What people say about one category. A heading reads `code weight season setting handler
/// confidentiality types`; below it stand titles (题), the fact of each title (事), what comes of it
/// (果) and what is wished (望); digits say which facts a line fits, none all of them.
public record Topic(
        String code,
        int weight,
        Season season,
        String setting,
        Calling handler,
        String confidentiality,
        List<String> types,
        List<String> titles,
        List<String> facts,
        List<Remark> remarks) {

    static Topic of(String heading, List<String> lines) {
        var words = heading.split(" ");
        var handler = words[4].equals("LEADER") ? Calling.COMPREHENSIVE_LEADER : Calling.valueOf(words[4]);
        return new Topic(
                words[0],
                Integer.parseInt(words[1]),
                Season.valueOf(words[2]),
                words[3],
                handler,
                words[5],
                List.of(words[6].split(",")),
                all("题", lines),
                all("事", lines),
                lines.stream().filter(Remark::isOne).map(Remark::of).toList());
    }

    double weightIn(int month) {
        return weight * season.factor(month);
    }

    /// The number of a title and its fact. What speaks of floors (楼) is left to estates.
    int subject(boolean estate, Dice dice) {
        var fitting = IntStream.range(0, facts.size())
                .filter(subject -> estate || !(titles.get(subject) + facts.get(subject)).contains("楼"))
                .toArray();
        return fitting[dice.below(fitting.length)];
    }

    /// What comes of that subject (果), or what is wished about it (望).
    List<String> remarks(String mark, int subject) {
        return remarks.stream()
                .filter(remark -> remark.mark.equals(mark) && remark.fits(subject))
                .map(Remark::text)
                .toList();
    }

    private static List<String> all(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(2))
                .toList();
    }

    /// A line that fits some of the subjects, or all where `subjects` is empty.
    public record Remark(String mark, String subjects, String text) {
        static boolean isOne(String line) {
            return line.startsWith("果") || line.startsWith("望");
        }

        static Remark of(String line) {
            var space = line.indexOf(' ');
            return new Remark(line.substring(0, 1), line.substring(1, space), line.substring(space + 1));
        }

        boolean fits(int subject) {
            return subjects.isEmpty() || subjects.indexOf('1' + subject) >= 0;
        }
    }
}
