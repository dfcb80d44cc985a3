package org.wangge.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/// Decides which database this start has, before the first bean is made: the one that
/// `wangge.database.url` names, or else a PostgreSQL of our own with its data in the folder
/// `wangge.local.data`. Only `main` adds it, so tests that start a context bring their own.
public final class LocalStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private LocalStart() {}

    /// The application with its database before it and the box at its end.
    public static SpringApplication of(Class<?> source) {
        var application = new SpringApplication(source);
        application.addListeners(new LocalStart(), new Welcome());
        return application;
    }

    /// Adds where the database is, and `wangge.local.active`: whether it is our own.
    ///
    /// @throws CannotStart with a sentence for whoever started it
    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        var properties = StringUtils.hasText(environment.getProperty("wangge.database.url"))
                ? external(environment)
                : embedded(environment);
        environment.getPropertySources().addFirst(new MapPropertySource("wangge.local", properties));
    }

    private static Map<String, Object> external(Environment environment) {
        var address = DatabaseAddress.of(
                environment.getRequiredProperty("wangge.database.url"),
                environment.getProperty("wangge.database.user", ""),
                environment.getProperty("wangge.database.password", ""));
        HttpPort.of(environment).refuseIfTaken();
        return properties(address, false);
    }

    private static Map<String, Object> embedded(Environment environment) {
        var data = Path.of(environment.getProperty("wangge.local.data", "data"));
        var folder = DataFolder.claim(data.toAbsolutePath().normalize());
        HttpPort.of(environment).refuseIfTaken();
        var server = new LocalServer(folder);
        // Shut-down handlers run when the context is closed: the pool never sees a dead server.
        SpringApplication.getShutdownHandlers().add(server::stop);
        var properties = properties(server.start(), true);
        properties.put("wangge.local.data", folder.root().toString());
        return properties;
    }

    private static Map<String, Object> properties(DatabaseAddress address, boolean own) {
        var properties = new HashMap<String, Object>();
        properties.put("wangge.local.active", own);
        properties.put("spring.r2dbc.url", address.r2dbc());
        properties.put("spring.r2dbc.username", address.user());
        properties.put("spring.r2dbc.password", address.password());
        properties.put("spring.flyway.url", address.jdbc());
        properties.put("spring.flyway.user", address.user());
        properties.put("spring.flyway.password", address.password());
        return properties;
    }
}
