package org.wangge.local.street.land;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.local.street.seed.Dice;

class LandTests {
    private static final Land LAND = Land.surveyed();

    @Test
    void hasTheFiguresOfTheArticle() {
        assertThat(List.of(1, 2, 3, 4, 5))
                .extracting(level -> LAND.at(level).size())
                .containsExactly(1, 10, 46, 86, 634);
    }

    @Test
    void coversFiftySquareKilometres() {
        assertThat(LAND.street().squareMetres()).isBetween(48e6, 52e6);
    }

    @Test
    void leavesNoGapAndNoOverlapOnAnyLevel() {
        for (var level = 2; level <= 5; level++) {
            var shapes = LAND.at(level).stream().map(Place::shape).toArray(Geometry[]::new);
            assertThat(CoverageValidator.isValid(shapes)).isTrue();
            assertThat(LAND.at(level)).allMatch(place -> place.shape().isValid());
        }
    }

    @Test
    void makesEachPlaceExactlyTheUnionOfItsParts() {
        parts().forEach((parent, parts) -> {
            var shapes = parts.stream().map(Place::shape).toList();
            var union = Metres.DEGREES.buildGeometry(shapes).union();
            assertThat(union instanceof Polygon).isTrue();
            assertThat(((Polygon) union).getNumInteriorRing()).isZero();
            assertThat(union.equalsTopo(parent.shape())).isTrue();
            var sum = parts.stream().mapToDouble(Place::squareMetres).sum();
            assertThat(sum / parent.squareMetres()).isCloseTo(1, within(1e-9));
        });
    }

    @Test
    void sharesNoInteriorBetweenTwoCourtyards() {
        var courtyards = LAND.at(5);
        for (var one : courtyards) {
            for (var other : courtyards) {
                if (one != other
                        && one.shape()
                                .getEnvelopeInternal()
                                .intersects(other.shape().getEnvelopeInternal())) {
                    assertThat(one.shape().relate(other.shape(), "F********")).isTrue();
                }
            }
        }
    }

    @Test
    void cutsNoSlivers() {
        assertThat(LAND.at(5)).allMatch(place -> place.squareMetres() > 8_000);
    }

    @Test
    void ordersKeysAsCodes() {
        for (var level = 2; level <= 5; level++) {
            var byCode = new TreeMap<>(LAND.at(level).stream().collect(Collectors.toMap(Place::code, Place::key)));
            assertThat(List.copyOf(byCode.values())).isSorted().doesNotHaveDuplicates();
            assertThat(byCode.values()).allMatch(key -> key.matches("a1\\.([0-9a-z]{2}\\.)+"));
        }
    }

    @Test
    void namesNoTwoCourtyardsOfAVillageAlike() {
        var byVillage =
                LAND.at(5).stream().collect(groupingBy(place -> place.at(2).name()));

        assertThat(byVillage.values())
                .allSatisfy(yards -> assertThat(yards).extracting(Place::name).doesNotHaveDuplicates());
    }

    @Test
    void putsCentreAndSpotsInside() {
        var dice = Dice.named("test", 1);
        assertThat(LAND.all()).allSatisfy(place -> {
            for (var spot : List.of(place.centre(), place.spot(dice))) {
                var point = Metres.DEGREES.createPoint(new Coordinate(spot.longitude(), spot.latitude()));
                assertThat(place.shape().contains(point)).isTrue();
            }
        });
    }

    private static Map<Place, List<Place>> parts() {
        return LAND.all().stream()
                .filter(place -> place.parent() != null)
                .collect(groupingBy(place -> Objects.requireNonNull(place.parent())));
    }
}
