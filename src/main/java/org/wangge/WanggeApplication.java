package org.wangge;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// Starts the server.
@SpringBootApplication
public class WanggeApplication {
    public static void main(String[] args) {
        SpringApplication.run(WanggeApplication.class, args);
    }

    /// The subdistrict's days begin and end in its own time zone.
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
}
