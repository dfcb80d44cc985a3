package org.wangge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The order of the house.
class ArchitectureTests {
    private static final int LONGEST_FILE = 250;
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wangge");

    /// The demo street writes what the work would have written, so `local`, a gate above all, may look
    /// into the packages of the work, where others may not.
    @Test
    void arrowsPointDownwardsOnly() {
        ApplicationModules.of(WanggeApplication.class)
                .detectViolations()
                .filter(violation -> !violation.hasMessageContaining("from module 'local' to module 'issue."))
                .filter(violation -> !violation.hasMessageContaining("from module 'local' to module 'organisation."))
                .throwIfPresent();
    }

    @Test
    void everyPackageSaysWhatItIsAndWhatItUses() {
        var undeclared = ApplicationModules.of(WanggeApplication.class).stream()
                .filter(module -> module.getBasePackage()
                        .getAnnotation(org.springframework.modulith.ApplicationModule.class)
                        .isEmpty())
                .map(module -> module.getIdentifier().toString())
                .toList();

        assertThat(undeclared).isEmpty();
    }

    @Test
    void namesAreThoseOfTheNeighbourhood() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Base|Dto|DTO|VO)")
                .check(HOUSE);
    }

    @Test
    void nobodyBlocks() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..local..")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(DescribedPredicate.describe(
                        "blocks",
                        target -> Set.of("block", "blockFirst", "blockLast", "toIterable", "toStream")
                                        .contains(target.getName())
                                && target.getOwner().isAssignableTo(Publisher.class))))
                .check(HOUSE);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(HOUSE);
    }

    @Test
    void nobodySubscribesButTheTailOfTheFeed() {
        var subscribing = JavaCall.Predicates.target(DescribedPredicate.describe(
                "subscribes",
                target -> target.getName().equals("subscribe")
                        && (target.getOwner().isAssignableTo(Mono.class)
                                || target.getOwner().isAssignableTo(Flux.class))));
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.wangge.feed.Tail")
                .should()
                .callMethodWhere(subscribing)
                .check(HOUSE);
    }

    @Test
    void theTimeComesFromAClock() {
        noClasses().should().callMethod(Instant.class, "now").check(HOUSE);
        noClasses().should().callMethod(LocalDate.class, "now").check(HOUSE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(HOUSE);
    }

    /// A scheduled method is called once, when the server starts; what it returns is subscribed to each time.
    @Test
    void whatIsScheduledLooksAtTheClockEachTime() {
        methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should(ArchCondition.from(DescribedPredicate.describe(
                        "leave all work to the subscription",
                        method -> method.getMethodCallsFromSelf().stream()
                                .filter(call -> !call.isDeclaredInLambda())
                                .allMatch(call -> call.getTargetOwner().isAssignableTo(Publisher.class)))))
                .check(HOUSE);
    }

    @Test
    void transactionsAreTheFeedsAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.wangge.feed")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.transaction..")
                .check(HOUSE);
    }

    @Test
    void fieldsAreFinalOrPrivate() {
        fields().should().bePrivate().orShould().beStatic().orShould().beFinal().check(HOUSE);
        classes().that().areEnums().should().haveOnlyFinalFields().check(HOUSE);
    }

    @Test
    void filesAreShort() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > LONGEST_FILE)
                    .toList();

            assertThat(tooLong).isEmpty();
        }
    }

    @Test
    void aCapabilityIsAPackageASchemaFileAndAMigrationSeriesOfOneName() throws IOException {
        var packages = Set.copyOf(ApplicationModules.of(WanggeApplication.class).stream()
                .map(module -> module.getIdentifier().toString())
                .toList());

        assertThat(packages).containsAll(names("schema", "(.*)\\.graphqls", "root"));
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertThat(migrations.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.matches("V\\d{4}__\\w+\\.sql"));
        }
    }

    private static List<String> names(String folder, String pattern, String except) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(pattern))
                    .map(name -> name.replaceFirst(pattern, "$1"))
                    .filter(name -> !name.equals(except))
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
