package org.wangge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class WanggeApplication {
    public static void main(String[] args) {
        SpringApplication.run(WanggeApplication.class, args);
    }
}
