package org.wangge.personnel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;

/// On a town that such tests share with nobody else, since they change who serves where.
@ApiTest
@TestPropertySource(properties = "test.town=assignments")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AssignmentTest {}
