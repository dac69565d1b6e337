package org.consentledger.projections.streaming;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Follows the history with Axon's tracking processors, one for each projection. The pooled ones
 * look for events of this event store every half second only; these are woken by it. An error stops
 * the projection where it is: it is tried again and again, and nothing is skipped.
 */
public final class StreamingProjections {

  private static final int BATCH = 500;

  private StreamingProjections() {}

  /** Adds a processor for each projection. */
  public static void register(
      Configurer axon, DataSource dataSource, List<Projection> projections, Progress progress) {
    axon.registerComponent(
        TokenStore.class, configuration -> tokenStore(configuration, dataSource));
    axon.eventProcessing(
        processing -> {
          processing.registerDefaultListenerInvocationErrorHandler(
              configuration -> PropagatingErrorHandler.instance());
          for (Projection projection : projections) {
            Follower follower = new Follower(projection, progress);
            processing
                .registerEventHandler(configuration -> follower)
                .assignHandlerInstancesMatching(projection.name(), follower::equals)
                .registerTrackingEventProcessor(
                    projection.name(),
                    Configuration::eventStore,
                    configuration ->
                        TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                            .andBatchSize(BATCH));
          }
        });
  }

  private static TokenStore tokenStore(Configuration configuration, DataSource dataSource) {
    ConnectionProvider connections = new TransactionAwareDataSourceProxy(dataSource)::getConnection;
    return JdbcTokenStore.builder()
        .connectionProvider(connections)
        .serializer(configuration.serializer())
        .contentType(byte[].class)
        .schema(
            TokenSchema.builder()
                .setTokenTable("projection_token")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("timestamp")
                .setOwnerColumn("owner")
                .build())
        .build();
  }
}
