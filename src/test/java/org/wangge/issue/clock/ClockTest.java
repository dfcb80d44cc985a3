package org.wangge.issue.clock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;

/// A test of clocks on a town of their own, in which no scan runs but those that the test asks for.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApiTest
@Import(ClockDesk.class)
@TestPropertySource(properties = {"test.town=clocks", "wangge.clock.scan=1h", "wangge.clock.settle=0s"})
@interface ClockTest {}
