package org.wangge.access;

import graphql.GraphQLContext;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// One sign-in or reveal per document: with aliases, a single request could try hundreds of passwords.
@Component
public class OncePerDocument {
    /// Lets the first of a document pass.
    ///
    /// @throws Fault ONE_PER_DOCUMENT for each further one
    public void pass(GraphQLContext context) {
        var mine = new Object();
        if (context.computeIfAbsent(OncePerDocument.class, key -> mine) != mine) {
            throw new Fault(FaultCode.ONE_PER_DOCUMENT);
        }
    }
}
