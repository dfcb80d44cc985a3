package org.wangge.issue.reply;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;

/// On a town that such tests share with nobody else.
@ApiTest
@Import(Desk.class)
@TestPropertySource(properties = "test.town=replies")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface ReplyTest {}
