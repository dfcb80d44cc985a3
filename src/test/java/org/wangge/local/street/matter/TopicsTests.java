package org.wangge.local.street.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wangge.local.street.Migrations;

class TopicsTests {
    private final List<Topic> topics = new Topics().all();

    @Test
    void speakOfEveryCategoryOnce() {
        assertThat(topics)
                .extracting(Topic::code)
                .containsExactlyInAnyOrderElementsOf(
                        Migrations.categories().stream().map(Category::code).toList());
    }

    @Test
    void haveAFactAndAWishForEveryTitle() {
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.titles()).hasSameSizeAs(topic.facts()).hasSizeGreaterThan(1);
            assertThat(subjects(topic))
                    .noneMatch(subject -> topic.remarks("望", subject).isEmpty());
        });
    }

    @Test
    void leaveSomethingToSayWhereThereAreNoFloors() {
        assertThat(topics)
                .filteredOn(topic -> !topic.setting().equals("ESTATE"))
                .allMatch(topic -> subjects(topic)
                        .anyMatch(subject -> !topic.facts().get(subject).contains("楼")));
    }

    private static IntStream subjects(Topic topic) {
        return IntStream.range(0, topic.titles().size());
    }
}
