package org.wangge.town;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/// A server that takes documents larger and dearer than anybody else's.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
        properties = {
            "wangge.limits.document.characters=1000000",
            "wangge.limits.document.tokens=1000000",
            "wangge.limits.document.depth=50",
            "wangge.limits.document.fields=1000000",
            "wangge.limits.document.aliases=1000000",
            "wangge.limits.document.root-fields=1000",
            "wangge.limits.document.list=10000",
            "wangge.limits.cost.request=100000000",
        })
public @interface Unlimited {}
