package org.wangge.resident.disclosure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;

/// On a town that such tests share with nobody else, since what they look at is noted for good.
@ApiTest
@TestPropertySource(properties = "test.town=disclosures")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface DisclosureTest {}
