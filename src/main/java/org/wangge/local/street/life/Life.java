package org.wangge.local.street.life;

import org.jspecify.annotations.Nullable;
import org.wangge.local.street.seed.History;

/// Plans the life of a case by its kind, and lets it be lived until history ends.
final class Life {
    private final Script script;
    private final Opening opening;
    private final Dispatching dispatching;
    private final Working working;
    private final Detours detours;
    private final Ending ending;
    private final Aftermath aftermath;

    Life(Script script) {
        this.script = script;
        this.opening = new Opening(script);
        this.dispatching = new Dispatching(script);
        this.working = new Working(script);
        this.detours = new Detours(script);
        this.ending = new Ending(script);
        this.aftermath = new Aftermath(script, this::handle);
    }

    /// @param target what it goes on in, where it is told a second time
    Docket lived(Kind kind, @Nullable Docket target, History history) {
        plan(kind, target);
        return script.play(history);
    }

    private void plan(Kind kind, @Nullable Docket target) {
        switch (kind) {
            case STRAIGHT, RETURNED, SUSPENDED, ASKED, EXTENDED, URGED, REWORKED, CARDED -> {
                opening.accept();
                give(kind);
                work(kind);
            }
            case OBJECTED -> {
                opening.rejectAndAccept();
                handle();
            }
            case SELF_HANDLED -> {
                opening.selfHandle();
                work(kind);
            }
            case ANSWERED -> {
                opening.answer();
                aftermath.follow();
            }
            case REJECTED -> opening.reject();
            case MERGED -> merge(target);
            case WITHDRAWN -> withdraw();
        }
    }

    private void merge(@Nullable Docket target) {
        if (target != null) {
            opening.merge(target);
        }
    }

    private void withdraw() {
        var stage = script.dice.below(3);
        if (stage > 0) {
            opening.accept();
        }
        if (stage > 1) {
            dispatching.dispatch();
        }
        ending.withdraw();
    }

    private void give(Kind kind) {
        if (kind == Kind.RETURNED) {
            dispatching.dispatchTwice();
        } else {
            dispatching.dispatch();
        }
    }

    private void handle() {
        dispatching.dispatch();
        work(Kind.STRAIGHT);
    }

    private void work(Kind kind) {
        working.begin();
        detour(kind);
        if (kind == Kind.CARDED) {
            dispatching.escalate();
            working.finishLate();
        } else {
            working.finish();
        }
        if (kind == Kind.REWORKED) {
            ending.fail();
            working.finishAgain();
        }
        ending.close();
        aftermath.follow();
    }

    private void detour(Kind kind) {
        switch (kind) {
            case SUSPENDED -> detours.suspend();
            case ASKED -> detours.askReporter();
            case EXTENDED -> detours.extend();
            case URGED -> detours.urge();
            default -> {}
        }
    }
}
