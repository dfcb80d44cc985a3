package org.wangge.resident.disclosure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.GlobalId;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Mono;

/// The disclosure log in the graph, for auditors.
@Controller
class DisclosureController {
    private final Disclosures disclosures;
    private final ChainWalk chain;

    DisclosureController(Disclosures disclosures, ChainWalk chain) {
        this.disclosures = disclosures;
        this.chain = chain;
    }

    @QueryMapping
    Mono<Connection<Disclosure>> disclosures(
            @Argument @Nullable DisclosureFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        viewer.require(Right.AUDIT);
        return disclosures.page(filter == null ? DisclosureFilter.NONE : filter, page);
    }

    @QueryMapping
    Mono<ChainCheck> verifyDisclosures(@Argument LocalDate from, @Argument LocalDate to, @ContextValue Viewer viewer) {
        viewer.require(Right.AUDIT);
        if (to.isBefore(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "to");
        }
        return chain.walk(from, to);
    }

    @SchemaMapping
    String accountId(Disclosure disclosure) {
        return GlobalId.encode("account", disclosure.look().by().accountId());
    }

    @SchemaMapping
    @Nullable
    String memberId(Disclosure disclosure) {
        var member = disclosure.look().by().memberId();
        return member == null ? null : GlobalId.encode("member", member);
    }

    @SchemaMapping
    @Nullable
    ResidentId residentId(Disclosure disclosure) {
        var resident = disclosure.look().residentId();
        return resident == null ? null : new ResidentId(resident);
    }
}
