package org.consentledger.api.cost;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Notes each time the ledger speaks to the database and waits for it: a statement, a batch of one
 * statement, a commit. Which thread it was tells what it was for.
 */
@TestComponent
final class StatementsSent implements BeanPostProcessor {

  static final String COMMIT = "commit";

  private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();

  /** One round trip. */
  record Sent(String thread, String sql) {

    boolean isOfRequest() {
      return thread.startsWith("tomcat-handler");
    }

    boolean isOfAppender() {
      return thread.equals("ledger-appender");
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource pool && !(bean instanceof Watched) ? new Watched(pool) : bean;
  }

  void forget() {
    sent.clear();
  }

  /** Since the last time that all were forgotten. */
  List<Sent> all(Predicate<Sent> which) {
    return sent.stream().filter(which).toList();
  }

  private void note(String sql) {
    sent.add(new Sent(Thread.currentThread().getName(), sql));
  }

  private final class Watched extends DelegatingDataSource {

    Watched(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return watched(super.getConnection());
    }
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("commit") || method.getName().equals("rollback")) {
            note(method.getName());
          }
          Object result = call(connection, method, arguments);
          return switch (result) {
            case PreparedStatement prepared ->
                watched(PreparedStatement.class, prepared, String.valueOf(arguments[0]));
            case Statement plain -> watched(Statement.class, plain, "");
            case null, default -> result;
          };
        });
  }

  private <S extends Statement> S watched(Class<S> type, S statement, String prepared) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            note(arguments == null ? prepared : String.valueOf(arguments[0]));
          }
          return call(statement, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
