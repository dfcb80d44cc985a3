package org.wangge.issue.reply;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Sets templates: those who supervise replies and those who command do.
@Service
class TemplateService {
    private static final Set<Role> SET_BY = EnumSet.of(Role.SUPERVISION, Role.DUTY_COMMANDER, Role.SUBDISTRICT_LEADER);

    private final Commands commands;
    private final ReplyTemplates templates;
    private final Clock clock;

    TemplateService(Commands commands, ReplyTemplates templates, Clock clock) {
        this.commands = commands;
        this.templates = templates;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, also when a new one has the code of an old one; STALE_VERSION, KEY_REUSED
    Mono<Outcome> set(SetReplyTemplateInput input, Viewer viewer) {
        if (viewer.signedIn().roles().stream().noneMatch(SET_BY::contains)) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        input.check();
        var now = clock.instant();
        var work = written(input, viewer.actor(), now).map(version -> Done.quietly(subject(input.code()), version));
        return commands.once(new Command(viewer.actor(), input.key(), "setReplyTemplate", input), now, work);
    }

    private Mono<Integer> written(SetReplyTemplateInput input, String actor, Instant now) {
        return input.expectedVersion() == null
                ? templates
                        .insert(input, actor, now)
                        .switchIfEmpty(Mono.error(() -> Problems.single("code", ProblemCode.DUPLICATE)))
                : templates.update(input, actor, now).switchIfEmpty(stale(input, input.expectedVersion()));
    }

    private Mono<Integer> stale(SetReplyTemplateInput input, int expected) {
        return templates
                .find(input.code())
                .switchIfEmpty(Mono.error(() -> Problems.single("code", ProblemCode.UNKNOWN)))
                .flatMap(now -> Mono.error(new Refused(new Refusal.StaleVersion(expected, now.version()))));
    }

    /// Templates have names and no ids; commands want one.
    private static UUID subject(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }
}
