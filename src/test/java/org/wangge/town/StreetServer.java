package org.wangge.town;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Points a server at a copy of the demo street.
public class StreetServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TownServer.standOn(TestPostgres.streetDatabase(), context);
    }
}
