package org.wangge.town;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import reactor.core.publisher.Mono;

/// Notes every statement that the server under test sends to PostgreSQL, but for those of the tail and of
/// what changed of accounts, which ask all the time. Nothing scheduled runs beside it: what a minute
/// that passes asks would be counted as the caller's.
public class Statements implements BeanPostProcessor, BeanDefinitionRegistryPostProcessor {
    private final Queue<String> sent = new ConcurrentLinkedQueue<>();

    /// What was sent since the last call.
    public List<String> taken() {
        var taken = new ArrayList<String>();
        for (var next = sent.poll(); next != null; next = sent.poll()) {
            taken.add(next);
        }
        return taken;
    }

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        registry.removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof ConnectionFactory factory ? new Noting(factory) : bean;
    }

    private Connection noting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createStatement") && !isOfTheTail(String.valueOf(arguments[0]))) {
                        sent.add(String.valueOf(arguments[0]));
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static boolean isOfTheTail(String sql) {
        return sql.contains("from stream")
                || sql.contains("from event")
                || sql.contains("from kept_table")
                || sql.contains("where changed_at > clock_timestamp()");
    }

    private final class Noting implements ConnectionFactory {
        private final ConnectionFactory factory;

        private Noting(ConnectionFactory factory) {
            this.factory = factory;
        }

        @Override
        public Publisher<? extends Connection> create() {
            return Mono.from(factory.create()).map(Statements.this::noting);
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return factory.getMetadata();
        }
    }
}
