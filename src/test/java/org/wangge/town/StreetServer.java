package org.wangge.town;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Points a server at a copy of the demo street, and lets it be as on one machine: there, what is
/// sent to a phone is read in the log.
public class StreetServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TownServer.standOn(TestPostgres.streetDatabase(), context);
        TestPropertyValues.of("wangge.local.active=true").applyTo(context);
    }
}
