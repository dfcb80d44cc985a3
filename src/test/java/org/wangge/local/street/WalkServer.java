package org.wangge.local.street;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.wangge.town.TownServer;

/// Points a server at a copy of the demo street of one day, whichever day it is.
class WalkServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TownServer.standOn(LoadedStreet.copy(), context);
    }
}
