package org.wangge.local.street;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.wangge.town.TownServer;

/// Points a server at a copy of the demo street of one day, whichever day it is; nothing happens there
/// by itself.
class WalkServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TownServer.standOn(LoadedStreet.copy(), context);
        context.addBeanFactoryPostProcessor(beans -> ((DefaultListableBeanFactory) beans)
                .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME));
    }
}
