package org.wangge.issue.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.file.Attachment;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Point;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// The least that proves each of the five (`domain.md` §3). Time and place that are not given are
/// those which the photo itself says.
final class EvidenceRules {
    /// How far from the issue a scene may lie without a reason, in metres.
    static final int NEAR = 200;

    static final int MOST_FILES = 9;
    private static final String PICTURES = "jpg, png, mp4";
    private static final int LONGEST = 2_000;
    private static final int LONGEST_ROLE = 100;
    private static final int SHORTEST_REASON = 5;
    private static final int SHORTEST_PREVENTION = 20;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Pattern NUMBER_OF_SOMEBODY = Pattern.compile("\\d[\\d -]{5,}[\\dXx]");

    private final EvidenceInput input;
    private final Known known;
    private final String prefix;
    private final Problems problems = new Problems();
    private final @Nullable Point point;
    private final @Nullable Instant takenAt;

    private EvidenceRules(EvidenceInput input, Known known, String path) {
        this.input = input;
        this.known = known;
        this.prefix = path.isEmpty() ? "" : path + '.';
        this.point = input.point() == null ? pointOfFiles() : input.point().point();
        this.takenAt = input.takenAt() == null ? timeOfFiles() : input.takenAt();
    }

    /// The evidence that was meant.
    ///
    /// @param path of the input within the command's, empty when it is the command's own
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with all that is missing or wrong
    static Evidence checked(EvidenceInput input, Known known, String actor, String path) {
        var rules = new EvidenceRules(input, known, path);
        rules.check();
        rules.problems.refuseIfAny();
        return rules.evidence(actor);
    }

    /// What can be said before any file is looked at.
    static void checkFiles(EvidenceInput input, String path) {
        var field = (path.isEmpty() ? "" : path + '.') + "attachmentIds";
        var count = input.files().size();
        new Problems()
                .check(count <= MOST_FILES, field, ProblemCode.OUT_OF_RANGE, 0, MOST_FILES)
                .refuseIfAny();
    }

    private void check() {
        problems.text(prefix + "text", input.text(), input.kind() == EvidenceKind.PROCESS ? 1 : 0, LONGEST)
                .notAfter(prefix + "takenAt", takenAt, known.now().plus(CLOCKS_DIFFER));
        switch (input.kind()) {
            case PERSON -> person();
            case SCENE -> scene();
            case PROCESS -> process();
            case RESULT -> result();
            case ANALYSIS -> analysis();
        }
    }

    /// 见人: who, when and how. Nobody can be called who did not say who they are: then it is a party
    /// met on site, or a witness.
    private void person() {
        problems.text(prefix + "contacted", input.contacted(), 1, LONGEST_ROLE);
        if (input.contacted() != null) {
            problems.check(
                    !NUMBER_OF_SOMEBODY.matcher(input.contacted()).find(), prefix + "contacted", ProblemCode.MALFORMED);
        }
        required("means", input.means());
        var isReachable =
                !known.anonymous() || input.means() == ContactMeans.FACE || input.means() == ContactMeans.WITNESS;
        problems.check(
                input.means() == null || isReachable, prefix + "means", ProblemCode.NOT_ALLOWED, "FACE, WITNESS");
    }

    /// 见现场: a photo or video from before the handling, with its time, at the place of the issue.
    private void scene() {
        files();
        for (int i = 0; i < known.files().size(); i++) {
            var isPicture = known.files().get(i).isPicture();
            problems.check(isPicture, prefix + "attachmentIds[" + i + ']', ProblemCode.NOT_ALLOWED, PICTURES);
        }
        required("takenAt", takenAt);
        required("point", point);
        var distance = distance();
        if (distance != null && distance > NEAR) {
            problems.check(!isBlank(input.farReason()), prefix + "farReason", ProblemCode.TOO_FAR, distance, NEAR)
                    .text(
                            prefix + "farReason",
                            input.farReason(),
                            isBlank(input.farReason()) ? 0 : SHORTEST_REASON,
                            Problems.REMARK);
        }
        times(EvidenceKind.RESULT)
                .min(Comparator.naturalOrder())
                .ifPresent(result -> problems.check(
                        takenAt == null || takenAt.isBefore(result), prefix + "takenAt", ProblemCode.TOO_LATE, result));
    }

    /// 见过程: a record of the handling, made between signing and finishing.
    private void process() {
        var signedAt = known.signedAt();
        problems.check(signedAt != null, prefix + "kind", ProblemCode.NOT_SIGNED_YET);
        if (signedAt != null && takenAt != null) {
            problems.check(!takenAt.isBefore(signedAt), prefix + "takenAt", ProblemCode.TOO_EARLY, signedAt);
        }
    }

    /// 见效果: a photo, video or document from after the handling, later than the scene. What has no
    /// scene may be answered in writing: the text is the document.
    private void result() {
        var isInWriting =
                !EvidencePolicy.required(known.issue().type()).contains(EvidenceKind.SCENE) && !isBlank(input.text());
        if (!isInWriting || !known.files().isEmpty()) {
            files();
        }
        if (known.files().stream().anyMatch(Attachment::isPicture)) {
            required("takenAt", takenAt);
        }
        times(EvidenceKind.SCENE)
                .max(Comparator.naturalOrder())
                .ifPresent(scene -> problems.check(
                        takenAt == null || takenAt.isAfter(scene), prefix + "takenAt", ProblemCode.TOO_EARLY, scene));
        for (int i = 0; i < known.files().size(); i++) {
            var isOfTheScene =
                    known.filesOfScenes().contains(known.files().get(i).id().value());
            problems.check(!isOfTheScene, prefix + "attachmentIds[" + i + ']', ProblemCode.DUPLICATE);
        }
    }

    /// 见分析: the cause, whether it will come again, and what is done against that.
    private void analysis() {
        required("cause", input.cause());
        required("recurs", input.recurs());
        problems.text(prefix + "prevention", input.prevention(), SHORTEST_PREVENTION, LONGEST);
    }

    private void files() {
        problems.check(!known.files().isEmpty(), prefix + "attachmentIds", ProblemCode.REQUIRED);
    }

    private void required(String field, @Nullable Object value) {
        problems.check(value != null, prefix + field, ProblemCode.REQUIRED);
    }

    private Stream<Instant> times(EvidenceKind kind) {
        return known.standing(kind).stream().map(Evidence::takenAt);
    }

    private @Nullable Point pointOfFiles() {
        return known.files().stream()
                .map(Attachment::point)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /// The one that is the hardest to fit: a scene is as late as its last photo, a result as early
    /// as its first.
    private @Nullable Instant timeOfFiles() {
        var times = known.files().stream().map(Attachment::takenAt).filter(Objects::nonNull);
        Comparator<Instant> order = Comparator.naturalOrder();
        return times.max(input.kind() == EvidenceKind.SCENE ? order : order.reversed())
                .orElse(null);
    }

    private @Nullable Integer distance() {
        var place = known.issue().point();
        return place == null || point == null ? null : (int) Math.round(Metres.between(place, point));
    }

    private Evidence evidence(String actor) {
        return new Evidence(
                UUID.randomUUID(),
                known.issue().id(),
                known.issue().round(),
                input.kind(),
                stripped(input.text()),
                point == null ? null : point.in(CoordinateSystem.CGCS2000),
                distance(),
                stripped(input.farReason()),
                takenAt == null ? known.now() : takenAt,
                stripped(input.contacted()),
                input.means(),
                input.cause(),
                input.recurs(),
                stripped(input.prevention()),
                actor,
                known.now(),
                null,
                null,
                null);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return isBlank(text) ? null : Objects.requireNonNull(text).strip();
    }
}
