package org.wangge.graphql;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A method of a controller that knows a relation without asking anybody, beside the method of the same controller
/// that reads it for many (`@BatchMapping`) and is asked when this one does not know. It takes the object and what
/// it needs as `@ContextValue`, answers [Known], and must not wait or read the database: it is asked for each object.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AtHand {
    /// The relation, as `Type.field`.
    String value();
}
