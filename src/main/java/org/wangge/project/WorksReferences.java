package org.wangge.project;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.file.Attachment;
import org.wangge.file.Attachments;
import org.wangge.grid.Scope;
import org.wangge.personnel.Departments;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// What works refer to: who carries them out, and the pictures that show them.
@Component
class WorksReferences {
    private final Departments departments;
    private final Attachments attachments;

    WorksReferences(Departments departments, Attachments attachments) {
        this.departments = departments;
        this.attachments = attachments;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that is wrong
    Mono<Boolean> require(ApproveProjectInput input) {
        return isKnown(input)
                .doOnNext(known -> input.problems()
                        .check(known, "departmentId", ProblemCode.UNKNOWN)
                        .refuseIfAny());
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED for files that are not the viewer's, or of which none is a
    ///     picture
    Mono<List<Attachment>> pictures(FinishStageInput input, LivelihoodProject project, Viewer viewer, Instant now) {
        return attachments
                .claim(input.attachmentIds(), viewer.actor(), project.uuid(), now, "attachmentIds")
                .doOnNext(WorksReferences::requirePicture);
    }

    private Mono<Boolean> isKnown(ApproveProjectInput input) {
        return input.departmentId() == null
                ? Mono.just(true)
                : departments.find(input.departmentId(), Scope.everywhere()).hasElement();
    }

    /// Papers alone do not show it.
    private static void requirePicture(List<Attachment> files) {
        new Problems()
                .check(
                        files.stream().anyMatch(Attachment::isPicture),
                        "attachmentIds",
                        ProblemCode.NOT_ALLOWED,
                        "image/jpeg, image/png, video/mp4")
                .refuseIfAny();
    }
}
