package org.wangge.town;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Points a server at a database with all tables and no rows.
public class EmptyServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TownServer.standOn(TestPostgres.emptyDatabase(), context);
    }
}
