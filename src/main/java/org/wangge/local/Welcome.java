package org.wangge.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/// Prints, when the server is ready, what runs and where to look: the last thing a start says.
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {
    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        try {
            print(box(environment).toString());
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it holds", e);
        }
    }

    private static Box box(Environment environment) throws SQLException {
        var own = environment.getProperty("wangge.local.active", Boolean.class, false);
        var url = environment.getRequiredProperty("spring.flyway.url");
        var user = environment.getRequiredProperty("spring.flyway.user");
        var password = environment.getRequiredProperty("spring.flyway.password");
        var box = new Box(title());
        addresses(box, environment);
        box.row("数据库 database", database(own, url, user, password));
        if (own) {
            figures(box, Figures.of(url, user, password));
            box.row("数据 data", environment.getRequiredProperty("wangge.local.data"));
            box.row("重置 reset", "stop it, remove that folder, start again");
        }
        return box.row(
                "停止 stop",
                "Ctrl-C (process %d)".formatted(ProcessHandle.current().pid()));
    }

    private static String title() {
        var version = Welcome.class.getPackage().getImplementationVersion();
        var up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return String.format(
                Locale.ROOT,
                "Wangge 网格 %sis ready after %.1f s",
                version == null ? "" : version + " ",
                up.toMillis() / 1000.0);
    }

    /// The port is asked of the running server: 0 lets the system choose.
    private static void addresses(Box box, Environment environment) {
        var host = environment.getProperty("server.address", "localhost");
        var base = "%s:%s".formatted(host, environment.getProperty("local.server.port"));
        var path = environment.getProperty("spring.graphql.path", "/graphql");
        box.row("查询 query", "POST http://" + base + path);
        box.row("订阅 subscribe", "ws://" + base + path);
        box.row("契约 contract", "curl http://" + base + path + "/schema");
        box.row("健康 health", "http://" + base + "/actuator/health");
    }

    private static String database(boolean own, String url, String user, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            var version = connection.getMetaData().getDatabaseProductVersion();
            var place = url.substring(url.indexOf("//") + 2);
            return "PostgreSQL %s, %s, at %s".formatted(version, own ? "embedded" : "external", place);
        }
    }

    static void figures(Box box, Figures figures) {
        if (figures.isEmpty()) {
            return;
        }
        box.row(
                "辖区 area",
                count(
                        "%,d subdistrict 街道, %,d communities 社区, %,d grids 网格",
                        figures.subdistricts(), figures.communities(), figures.grids()));
        box.row("", count("%,d resident groups 小组, %,d courtyards 院落", figures.residentGroups(), figures.courtyards()));
        box.row(
                "居民 people",
                count(
                        "%,d residents 居民, %,d households 户, %,d premises 房屋",
                        figures.residents(), figures.households(), figures.premises()));
        box.row("工作 work", count("%,d members 网格员队伍, %,d issues 诉求", figures.members(), figures.issues()));
        accounts(box, figures);
    }

    private static void accounts(Box box, Figures figures) {
        if (figures.demoAccounts() == 0) {
            return;
        }
        box.row(
                "登录 sign in",
                count("%d demo accounts, one a role: grid-member, doctor, resident …", figures.demoAccounts()));
        box.row("", "the password of all: " + DemoAccounts.PASSWORD + "; what each may see: README");
    }

    private static String count(String text, Object... numbers) {
        return String.format(Locale.ROOT, text, numbers);
    }

    /// Terminals read UTF-8 even where the locale of the process is plain ASCII.
    private static void print(String text) {
        if (System.out.charset().newEncoder().canEncode(text)) {
            System.out.println(text);
            return;
        }
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8).println(text);
    }
}
