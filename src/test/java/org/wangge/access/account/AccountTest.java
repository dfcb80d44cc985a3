package org.wangge.access.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;

/// On a town that such tests share with nobody else, with passwords that are quick to check.
@ApiTest
@TestPropertySource(
        properties = {"test.town=accounts", "wangge.access.password-memory=64", "wangge.access.password-passes=1"})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface AccountTest {}
